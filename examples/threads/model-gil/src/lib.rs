//! A global interpreter lock like CPython's, and something to execute with it.
//!
//! Who computes holds it. Who has waited for it for a slice asks the holder to let go, and the
//! holder does, between two bytecodes. Who is about to sleep lets go of its own accord.
//!
//! After `Python/ceval_gil.c`, with a lock and a condition where that has two of each.

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// CPython's switch interval, unless told otherwise.
pub const SLICE: Duration = Duration::from_millis(5);

/// The lock.
#[derive(Debug, Default)]
pub struct Gil {
    state: Mutex<State>,
    changed: Condvar,
    /// Somebody has waited for a slice. Set by who waits, cleared by who takes the lock.
    asked: AtomicBool,
}

#[derive(Debug, Default)]
struct State {
    held: bool,
    /// How often the lock was taken, by whomever.
    taken: u64,
}

impl Gil {
    // ANCHOR: gil
    /// Waits until the lock is free, and takes it.
    pub fn take(&self) {
        let mut state = self.state();
        while state.held {
            let taken = state.taken;
            (state, _) = self
                .changed
                .wait_timeout_while(state, SLICE, |state| state.held && state.taken == taken)
                .unwrap_or_else(PoisonError::into_inner);
            // A whole slice, and always the same holder: be so kind.
            if state.held && state.taken == taken {
                self.asked.store(true, Relaxed);
            }
        }
        state.held = true;
        state.taken += 1;
        self.asked.store(false, Relaxed);
        self.changed.notify_all();
    }

    /// Lets go, to compute no more or to sleep.
    pub fn release(&self) {
        self.state().held = false;
        self.changed.notify_all();
    }

    /// Between two bytecodes: lets somebody else have the lock, if asked.
    pub fn hand_over_if_asked(&self) {
        if self.asked.load(Relaxed) {
            let mut state = self.state();
            let taken = state.taken;
            state.held = false;
            self.changed.notify_all();
            // It is not taken back before another thread has had it.
            drop(self.changed.wait_while(state, |state| state.taken == taken));
            self.take();
        }
    }
    // ANCHOR_END: gil

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Executes one: some tens of microseconds of work. Says whether another thread was in the middle
/// of one when this one began; `within` counts who is.
pub fn bytecode(within: &AtomicU32) -> bool {
    let met = within.fetch_add(1, SeqCst) > 0;
    for number in 0..5_000_u32 {
        black_box(number);
    }
    within.fetch_sub(1, SeqCst);
    timeline::tick();
    met
}
