//! A thread's own side of its log: writes events, and decides when to read the CPU clock.

use std::sync::Arc;

use super::chunk::Chunk;
use super::event::{self, Event, Kind};
use super::log::Desk;
use super::{clock, roll};
use crate::certain::UNSEEN;

/// How many places the first chunk of a thread has, and the largest one: a thousand threads that do
/// little are to take no more room than one that does much.
const FIRST: usize = 32;
const LARGEST: usize = 4096;

/// What a thread needs to take part in a run. Only that thread has it.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    /// Which run it takes part in; 0 for none.
    pub(crate) run: u64,
    desk: Arc<Desk>,
    /// The last of the chunks on the desk.
    chunk: Arc<Chunk>,
    /// How many places were asked for then.
    size: usize,
    /// The last reading of the CPU clock: when, and what it said.
    last: Option<(u64, u64)>,
}

impl Writer {
    pub(crate) fn new(run: u64, desk: Arc<Desk>) -> Writer {
        Writer { run, desk, ..Writer::default() }
    }

    #[inline]
    pub(crate) fn note(&mut self, at: u64, kind: Kind) {
        if self.chunk.room() > 0 || self.more(1) {
            self.chunk.push(Event { at, kind }.to_slot());
        }
    }

    pub(crate) fn opened(&mut self, at: u64, span: u64, name: &str) {
        let name = event::kept(name);
        let bytes = name.len() as u32;
        let slots = event::name_slots(name);
        // The name is in the same chunk.
        if self.chunk.room() > slots.len() || self.more(1 + slots.len()) {
            self.chunk.push(Event { at, kind: Kind::Opened { span, name: bytes } }.to_slot());
            slots.for_each(|slot| self.chunk.push(slot));
        }
    }

    /// Nothing was heard of the thread for a while. Reads its CPU clock; if that has hardly gone on,
    /// also notes what it will have said when the gap began, so that the gap is a stretch of its
    /// own. If it has, the thread was busy in the gap, and when in it is not known.
    pub(crate) fn gap(&mut self, since: u64, at: u64) {
        let Some(now) = clock::thread_cpu() else { return };
        if let Some((time, before)) = self.last {
            // All that it was not executing since the last reading, it was not in the gap.
            let idle = at.saturating_sub(time).saturating_sub(now.saturating_sub(before));
            let executed = at.saturating_sub(since).saturating_sub(idle);
            if executed <= UNSEEN {
                let then = now.saturating_sub(executed).max(before);
                self.note(since, Kind::Sampled { cpu: then });
            }
        }
        self.sampled(at, now);
    }

    /// Reads the CPU clock if it was not read for so many nanoseconds. A reading costs about as
    /// much as three spans.
    #[inline]
    pub(crate) fn sample_if_due(&mut self, at: u64, period: u64) {
        if self.last.is_none_or(|(last, _)| at.saturating_sub(last) >= period) {
            self.sample(at);
        }
    }

    /// Reads the CPU clock of the calling thread.
    #[cold]
    pub(crate) fn sample(&mut self, at: u64) {
        if let Some(cpu) = clock::thread_cpu() {
            self.sampled(at, cpu);
        }
    }

    fn sampled(&mut self, at: u64, cpu: u64) {
        self.last = Some((at, cpu));
        self.note(at, Kind::Sampled { cpu });
    }

    /// The thread is over.
    pub(crate) fn end(&mut self) {
        let at = clock::now();
        self.sample(at);
        self.note(at, Kind::Ended);
        self.desk.over();
    }

    /// Gets room for this many more places in one chunk; counts an event as dropped if there is
    /// none.
    #[cold]
    fn more(&mut self, slots: usize) -> bool {
        let size = (4 * self.size).clamp(FIRST, LARGEST);
        let room = roll::room_for(size);
        if room < slots {
            roll::full();
            self.desk.drop_one();
            return false;
        }
        self.size = size;
        self.chunk = Arc::new(Chunk::with_room(room));
        self.desk.add(&self.chunk);
        true
    }
}
