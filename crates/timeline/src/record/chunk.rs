//! Memory that one thread writes and another may read meanwhile, without a lock.
//!
//! Uncontended, a lock costs 15 ns, and a span four of them, a good part of what a span costs
//! altogether. A chunk costs no more than memory: only its own thread writes into it, places are
//! written once, and a reader looks only at places below the length, which is published after them.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::event::Slot;

#[derive(Debug, Default)]
pub(crate) struct Chunk {
    slots: Box<[[AtomicU64; 3]]>,
    /// How many places are written. It only grows; only the writing thread changes it.
    length: AtomicUsize,
}

impl Chunk {
    pub(crate) fn with_room(slots: usize) -> Chunk {
        let slots = (0..slots).map(|_| [const { AtomicU64::new(0) }; 3]).collect();
        Chunk { slots, length: AtomicUsize::new(0) }
    }

    /// How many more places there are. Called by the writing thread.
    #[inline]
    pub(crate) fn room(&self) -> usize {
        self.slots.len() - self.length.load(Ordering::Relaxed)
    }

    /// Writes the next place, if there is one. Called by the writing thread.
    #[inline]
    pub(crate) fn push(&self, slot: Slot) {
        let length = self.length.load(Ordering::Relaxed);
        if let Some(place) = self.slots.get(length) {
            for (word, value) in place.iter().zip(slot) {
                word.store(value, Ordering::Relaxed);
            }
            // Pairs with the load in `read`: whoever sees the length sees the place.
            self.length.store(length + 1, Ordering::Release);
        }
    }

    /// What is written so far. Called by any thread.
    pub(crate) fn read(&self) -> impl Iterator<Item = Slot> + '_ {
        let length = self.length.load(Ordering::Acquire);
        let word = |word: &AtomicU64| word.load(Ordering::Relaxed);
        self.slots.iter().take(length).map(move |[at, kind, value]| [at, kind, value].map(word))
    }
}
