//! What one thread has noted in one run: as it is written, and as it is read.

use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use super::chunk::Chunk;
use super::clock;
use super::event::{Event, Kind, slots_of_name};
use super::roll::locked;

/// Where a thread leaves what it notes, for whoever ends the run.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    /// What the thread is called.
    thread: Option<String>,
    /// What the system calls it; 0 where that is unknown, and when the thread is over.
    id: AtomicI32,
    /// Locked when a chunk is full, and at the end of the run.
    chunks: Mutex<Vec<Arc<Chunk>>>,
    /// How many events did not fit.
    dropped: AtomicU64,
}

impl Desk {
    /// That of the calling thread.
    pub(crate) fn of_this_thread() -> Desk {
        let thread = std::thread::current().name().map(str::to_owned);
        let id = AtomicI32::new(clock::thread_id().unwrap_or(0));
        Desk { thread, id, ..Desk::default() }
    }

    pub(crate) fn add(&self, chunk: &Arc<Chunk>) {
        locked(&self.chunks).push(Arc::clone(chunk));
    }

    pub(crate) fn drop_one(&self) {
        self.dropped.fetch_add(1, Ordering::Relaxed);
    }

    /// The thread is over; its number may become another's.
    pub(crate) fn over(&self) {
        self.id.store(0, Ordering::Relaxed);
    }
}

/// What a thread has noted.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub(crate) thread: Option<String>,
    /// In the order in which they happened.
    pub(crate) events: Vec<Event>,
    /// The names of the spans opened here, one after the other.
    pub(crate) names: String,
    /// How many events did not fit.
    pub(crate) dropped: u64,
}

impl Log {
    /// What is on the desk. The thread may go on writing.
    pub(crate) fn of(desk: &Desk) -> Log {
        let dropped = desk.dropped.load(Ordering::Relaxed);
        let mut log = Log { thread: desk.thread.clone(), dropped, ..Log::default() };
        for chunk in locked(&desk.chunks).iter() {
            let mut slots = chunk.read();
            while let Some(event) = slots.next().and_then(Event::from_slot) {
                log.events.push(event);
                if let Kind::Opened { name, .. } = event.kind {
                    let slots = slots.by_ref().take(slots_of_name(name));
                    let bytes = slots.flatten().flat_map(u64::to_le_bytes).take(name as usize);
                    log.names += &String::from_utf8_lossy(&bytes.collect::<Vec<_>>());
                }
            }
        }
        // What a thread that is still there has executed since it last entered or left something,
        // nobody but the system knows.
        let id = desk.id.load(Ordering::Relaxed);
        if id != 0
            && log.inside()
            && let Some(cpu) = clock::cpu_of(id)
        {
            log.events.push(Event { at: clock::now(), kind: Kind::Sampled { cpu } });
        }
        log
    }

    /// Whether the thread has entered something that it has not left.
    fn inside(&self) -> bool {
        let step = |depth: i64, event: &Event| match event.kind {
            Kind::Entered { .. } => depth + 1,
            Kind::Exited { .. } => depth - 1,
            _ => depth,
        };
        self.events.iter().fold(0, step) > 0
    }
}
