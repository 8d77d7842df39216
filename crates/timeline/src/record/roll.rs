//! Which run is under way, and the logs of all threads that take part in it.

use std::cell::RefCell;
use std::mem;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::clock;
use super::log::{Desk, Log};
use super::writer::Writer;

/// Which run is under way, counted from 1; 0 between runs. This is all that a span or a tick looks
/// at when nothing is recorded.
static UNDER_WAY: AtomicU64 = AtomicU64::new(0);
/// How many runs there have been.
static RUNS: AtomicU64 = AtomicU64::new(0);
/// How many events a run may hold.
static MOST_EVENTS: AtomicUsize = AtomicUsize::new(0);
/// How many more events fit into the run under way.
static ROOM: AtomicUsize = AtomicUsize::new(0);
/// Who takes part in the run under way. Locked when a thread first does, and at the end.
static ROLL: Mutex<Roll> = Mutex::new(Roll::new(0));

struct Roll {
    run: u64,
    /// In the order in which the threads came.
    desks: Vec<Arc<Desk>>,
    /// When there was no room any more, and the CPU time of the process then.
    full: Option<(u64, Option<u64>)>,
}

impl Roll {
    const fn new(run: u64) -> Roll {
        Roll { run, desks: Vec::new(), full: None }
    }
}

/// What a run has left behind.
#[derive(Debug, Default)]
pub(crate) struct Harvest {
    pub(crate) logs: Vec<Log>,
    /// When the room for events was used up, and the CPU time of the process then.
    pub(crate) full: Option<(u64, Option<u64>)>,
}

/// A thread's writer. Dropped when the thread ends.
#[derive(Default)]
struct Own(RefCell<Writer>);

thread_local! {
    static OWN: Own = Own::default();
}

impl Drop for Own {
    fn drop(&mut self) {
        let writer = self.0.get_mut();
        if writer.run != 0 && writer.run == UNDER_WAY.load(Ordering::Relaxed) {
            writer.end();
        }
    }
}

/// A panic while a lock is held cannot leave a list half-written, so poison says nothing here.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a run is under way.
#[inline]
pub(super) fn under_way() -> bool {
    UNDER_WAY.load(Ordering::Relaxed) != 0
}

/// How many events a run may hold, from the next one on.
pub(super) fn set_most_events(most: usize) {
    MOST_EVENTS.store(most, Ordering::Relaxed);
}

/// Begins a run; `false` if one is under way already.
pub(super) fn begin() -> bool {
    let mut roll = locked(&ROLL);
    if roll.run != 0 {
        return false;
    }
    *roll = Roll::new(RUNS.fetch_add(1, Ordering::Relaxed) + 1);
    ROOM.store(MOST_EVENTS.load(Ordering::Relaxed), Ordering::Relaxed);
    UNDER_WAY.store(roll.run, Ordering::Relaxed);
    true
}

/// Ends the run under way and hands out its logs. A thread that has not noticed the end yet may go
/// on writing for a moment, where nobody reads.
pub(super) fn end() -> Harvest {
    with_writer(|writer, at| writer.sample(at));
    UNDER_WAY.store(0, Ordering::Relaxed);
    let Roll { desks, full, .. } = mem::replace(&mut *locked(&ROLL), Roll::new(0));
    Harvest { logs: desks.iter().map(|desk| Log::of(desk)).collect(), full }
}

/// Lets the calling thread write into its log of the run under way; nothing happens between runs,
/// nor on a thread whose thread-locals are gone.
#[inline]
pub(super) fn with_writer(write: impl FnOnce(&mut Writer, u64)) {
    let run = UNDER_WAY.load(Ordering::Relaxed);
    if run == 0 {
        return;
    }
    let at = clock::now();
    _ = OWN.try_with(|own| {
        if let Ok(mut writer) = own.0.try_borrow_mut()
            && (writer.run == run || join(run, &mut writer))
        {
            write(&mut writer, at);
        }
    });
}

/// The thread takes part in the run from now on; `false` if the run has ended meanwhile.
#[cold]
fn join(run: u64, writer: &mut Writer) -> bool {
    let desk = Arc::new(Desk::of_this_thread());
    let mut roll = locked(&ROLL);
    if roll.run != run {
        return false;
    }
    roll.desks.push(Arc::clone(&desk));
    *writer = Writer::new(run, desk);
    true
}

/// Takes room for up to this many events, fewer where that is all there is.
pub(super) fn room_for(wanted: usize) -> usize {
    let taking = |room: usize| Some(room.saturating_sub(wanted));
    let room = ROOM.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taking);
    room.unwrap_or(0).min(wanted)
}

/// Something did not fit: the run is recorded up to here. Only the first time counts.
pub(super) fn full() {
    let mut roll = locked(&ROLL);
    if roll.full.is_none() {
        let cpu = clock::process_cpu();
        roll.full = Some((clock::now(), cpu));
    }
}
