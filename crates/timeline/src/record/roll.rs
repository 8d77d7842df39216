//! Which run is under way, and the logs of all threads that take part in it.

use std::mem;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::clock;
use super::log::{Event, Kind, Log};

/// Which run is under way, counted from 1; 0 between runs. This is all that a span or a tick looks
/// at when nothing is recorded.
static UNDER_WAY: AtomicU64 = AtomicU64::new(0);
/// How many runs there have been.
static RUNS: AtomicU64 = AtomicU64::new(0);
/// How many events a run may hold.
static MOST_EVENTS: AtomicUsize = AtomicUsize::new(0);
/// How many more events fit into the run under way.
static ROOM: AtomicUsize = AtomicUsize::new(0);
/// The logs of the run under way. Locked when a thread first takes part in a run, and at its end.
static ROLL: Mutex<Roll> = Mutex::new(Roll { run: 0, logs: Vec::new(), full: None });

struct Roll {
    run: u64,
    /// In the order in which the threads came.
    logs: Vec<Arc<Mutex<Log>>>,
    /// When there was no room any more, and the CPU time of the process then.
    full: Option<(u64, Option<u64>)>,
}

/// What a run has left behind.
#[derive(Debug, Default)]
pub(crate) struct Harvest {
    pub(crate) logs: Vec<Log>,
    /// When the room for events was used up, and the CPU time of the process then.
    pub(crate) full: Option<(u64, Option<u64>)>,
}

/// A thread's own handle on its log. Dropped when the thread ends.
struct Own(Arc<Mutex<Log>>);

thread_local! {
    static OWN: Own = Own(Arc::default());
}

impl Drop for Own {
    fn drop(&mut self) {
        let mut log = locked(&self.0);
        if log.run != 0 && log.run == UNDER_WAY.load(Ordering::Relaxed) {
            let at = clock::now();
            log.sample(at);
            log.note(at, Kind::Ended);
            log.id = None;
        }
    }
}

/// A panic while a lock is held cannot leave a log half-written, so poison says nothing here.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a run is under way.
#[inline]
pub(crate) fn under_way() -> bool {
    UNDER_WAY.load(Ordering::Relaxed) != 0
}

/// How many events a run may hold, from the next one on.
pub(crate) fn set_most_events(most: usize) {
    MOST_EVENTS.store(most, Ordering::Relaxed);
}

/// Begins a run; `None` if one is under way already.
pub(crate) fn begin() -> Option<u64> {
    let mut roll = locked(&ROLL);
    if roll.run != 0 {
        return None;
    }
    let run = RUNS.fetch_add(1, Ordering::Relaxed) + 1;
    *roll = Roll { run, logs: Vec::new(), full: None };
    ROOM.store(MOST_EVENTS.load(Ordering::Relaxed), Ordering::Relaxed);
    UNDER_WAY.store(run, Ordering::Relaxed);
    Some(run)
}

/// Ends the run under way and hands out its logs.
pub(crate) fn end() -> Harvest {
    with_log(|log, at| _ = log.sample(at));
    UNDER_WAY.store(0, Ordering::Relaxed);
    let mut roll = locked(&ROLL);
    let Roll { run, logs, full } =
        mem::replace(&mut *roll, Roll { run: 0, logs: vec![], full: None });
    drop(roll);
    let mut harvest = Harvest { logs: Vec::with_capacity(logs.len()), full };
    for log in logs {
        let mut log = locked(&log);
        // A thread that has not noticed the end yet may go on writing, into a log of no run.
        let mut log = mem::take(&mut *log);
        if log.run == run {
            // What a thread that is still there has executed since it last entered or left
            // something, nobody but the system knows.
            if let Some(cpu) = log.id.filter(|_| log.inside()).and_then(clock::cpu_of) {
                log.events.push(Event { at: clock::now(), kind: Kind::Sampled { cpu } });
            }
            harvest.logs.push(log);
        }
    }
    harvest
}

/// Lets the calling thread write into its log of the run under way; nothing happens between runs,
/// nor on a thread whose thread-locals are gone.
#[inline]
pub(crate) fn with_log(write: impl FnOnce(&mut Log, u64)) {
    let run = UNDER_WAY.load(Ordering::Relaxed);
    if run == 0 {
        return;
    }
    let at = clock::now();
    _ = OWN.try_with(|own| {
        let mut log = locked(&own.0);
        if log.run == run || join(run, &own.0, &mut log) {
            write(&mut log, at);
        }
    });
}

/// The thread takes part in the run from now on; `false` if the run has ended meanwhile.
#[cold]
fn join(run: u64, own: &Arc<Mutex<Log>>, log: &mut Log) -> bool {
    let mut roll = locked(&ROLL);
    if roll.run != run {
        return false;
    }
    roll.logs.push(Arc::clone(own));
    log.begin(run);
    true
}

/// Takes room for up to this many events; 0 if the run is full.
#[cold]
pub(crate) fn room_for(wanted: usize) -> usize {
    let taking = |room: usize| Some(room.saturating_sub(wanted));
    let room = ROOM.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taking).unwrap_or(0);
    if room == 0 {
        let mut roll = locked(&ROLL);
        if roll.full.is_none() {
            let cpu = clock::process_cpu();
            roll.full = Some((clock::now(), cpu));
        }
    }
    room.min(wanted)
}
