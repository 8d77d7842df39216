//! What was in progress at once, and on whom: read from a recording.

use std::ops::RangeInclusive;
use std::sync::{PoisonError, RwLock};

use timeline::{Run, draw};

use super::patiently;

/// There is one recorder in a process, and tests run side by side. Searches share it among themselves:
/// they record nothing, but the library behind them opens spans of its own.
static RECORDER: RwLock<()> = RwLock::new(());

/// As long as this is kept, nothing is recorded.
pub(super) fn not_recorded() -> impl Drop {
    RECORDER.read().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a program on real threads and records the tasks in it: whatever opens a `tracing` span, as
/// [`Meeting::attend`](super::Meeting::attend) does.
///
/// ```
/// use std::{sync::Arc, thread};
/// use exercises::grade::{Meeting, recorded};
///
/// let meeting = Arc::new(Meeting::of(2));
/// recorded("two pots", move || {
///     thread::scope(|kitchen| {
///         for pot in ["rice", "soup"] {
///             let meeting = &meeting;
///             kitchen.spawn(move || meeting.attend(pot));
///         }
///     });
/// })
/// .in_progress(2..=2, "both pots are on at once")
/// .workers(2..=2, "there are two cooks");
/// ```
///
/// # Panics
///
/// Where the program panics or does not end.
#[track_caller]
pub fn recorded<R: Send + 'static>(
    name: &str,
    program: impl FnOnce() -> R + Send + 'static,
) -> Recorded<R> {
    let _alone = RECORDER.write().unwrap_or_else(PoisonError::into_inner);
    let recording = timeline::start(name);
    let result = patiently(name, program);
    Recorded { result, run: recording.discard() }
}

/// What a program returned, and what was recorded of it.
#[derive(Debug)]
pub struct Recorded<R> {
    /// What it returned.
    pub result: R,
    /// The recording.
    pub run: Run,
}

impl<R> Recorded<R> {
    /// The most tasks that were in progress at once.
    ///
    /// # Panics
    ///
    /// With the recording, where it is another number.
    #[track_caller]
    pub fn in_progress(self, wanted: RangeInclusive<usize>, claim: &str) -> Self {
        let most = self.run.max_in_progress();
        self.must(wanted, most, claim, "tasks in progress at once");
        self
    }

    /// How many threads had a task in hand.
    ///
    /// # Panics
    ///
    /// With the recording, where it is another number.
    #[track_caller]
    pub fn workers(self, wanted: RangeInclusive<usize>, claim: &str) -> Self {
        let workers = self.run.workers.len();
        self.must(wanted, workers, claim, "threads that had tasks in hand");
        self
    }

    #[track_caller]
    fn must(&self, wanted: RangeInclusive<usize>, got: usize, claim: &str, what: &str) {
        if !wanted.contains(&got) {
            let (least, most) = wanted.into_inner();
            let wanted =
                if least == most { least.to_string() } else { format!("{least} to {most}") };
            panic!(
                "This does not hold: {claim}.\n\n{what}: {got}, not {wanted}. The recording:\n\n{}\n",
                draw::strip::render(&self.run, 90, false)
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::super::{Meeting, every_schedule};
    use super::*;
    use crate::wrong::caught;

    fn one_after_the_other(tasks: usize) -> Recorded<()> {
        let meeting = Arc::new(Meeting::of(tasks));
        recorded("one after the other", move || {
            (0..tasks).for_each(|task| meeting.attend(&task.to_string()));
        })
    }

    #[test]
    fn one_after_the_other_is_not_at_once() {
        caught("tasks in progress at once: 1, not 3", || {
            one_after_the_other(3).in_progress(3..=3, "all pots are on");
        });
    }

    #[test]
    fn a_thread_too_many_is_counted() {
        caught("threads that had tasks in hand: 3, not 1 to 2", || {
            let meeting = Arc::new(Meeting::of(3));
            let each = move || {
                thread::scope(|kitchen| {
                    (0..3).for_each(|_| drop(kitchen.spawn(|| meeting.attend("pot"))));
                });
            };
            recorded("three cooks", each).workers(1..=2, "there are two cooks");
        });
    }

    #[test]
    fn no_search_runs_while_something_is_recorded() {
        assert!(recorded("alone", || RECORDER.try_read().is_err()).result);
        every_schedule("a search", || RECORDER.try_write().is_err())
            .always("nothing is recorded meanwhile", |end| end.result);
    }
}
