//! Tasks that can only be done together: the proof that they are in progress at once.

use std::sync::{Condvar, Mutex, PoisonError};

use tracing::info_span;

use super::patience::PATIENCE;

/// A number of tasks, each of which waits until all of them have begun.
///
/// Whoever does them one after the other waits for a task that nobody has begun: after a while the
/// meeting is called off, all go on, and the recording shows how many there were at once.
#[derive(Debug)]
pub struct Meeting {
    all: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    here: usize,
    over: bool,
}

impl Meeting {
    /// A meeting of so many tasks.
    #[must_use]
    pub fn of(all: usize) -> Meeting {
        Meeting { all, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Does one task: it is recorded by its name, and ends when all have begun.
    pub fn attend(&self, task: &str) {
        let _task = info_span!("task", task).entered();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.here += 1;
        state.over |= state.here == self.all;
        self.changed.notify_all();
        let waits = |state: &mut State| !state.over;
        let waited = self.changed.wait_timeout_while(state, PATIENCE, waits);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.over = true;
        self.changed.notify_all();
    }
}
