//! From the logs of the threads to a [`Run`].

#[cfg(test)]
mod examples;
mod lane;
#[cfg(test)]
mod laws;
mod names;
mod slices;
mod tasks;

use super::log::Log;
use crate::run::{Run, Span, Unit};
use lane::Lane;
use tasks::Tasks;

/// All that was noted of a run. Times are those of the machine's monotonic clock.
#[derive(Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) title: String,
    pub(crate) start: u64,
    pub(crate) end: u64,
    /// Nanoseconds; `None` where the system has no CPU clocks.
    pub(crate) cpu: Option<u64>,
    pub(crate) logs: Vec<Log>,
}

/// The time axis of a run: from the machine's clock to nanoseconds since the start. What lies
/// outside is moved to the nearer end, so that nothing here can be negative.
#[derive(Debug, Clone, Copy)]
struct Axis {
    start: u64,
    end: u64,
}

impl Axis {
    fn place(self, at: u64) -> u64 {
        at.clamp(self.start, self.end) - self.start
    }
}

/// What the logs say. Whatever they hold, the run is one that [`Run::check`] accepts.
pub(crate) fn run(recorded: Recorded) -> Run {
    let Recorded { title, start, end, cpu, logs } = recorded;
    let axis = Axis { start, end: end.max(start) };
    let mut run = Run::new(title, Unit::Nanoseconds);
    run.end = axis.end - axis.start;
    run.cpu = cpu;
    let tasks = Tasks::of(&logs, axis);
    let mut workers: Vec<(Lane, Option<String>)> = logs
        .into_iter()
        .map(|log| (Lane::of(&log, &tasks, axis), log.thread))
        .filter(|(lane, _)| !lane.spans.is_empty())
        .collect();
    workers.sort_by_key(|(lane, _)| lane.spans.first().map(|span| span.start));
    run.workers = names::of(workers.iter().map(|(_, name)| name.as_deref()));
    let mut slices = Vec::new();
    for (worker, (lane, _)) in workers.into_iter().enumerate() {
        slices.extend(slices::of(&lane, worker, run.end));
        run.spans.extend(lane.spans.into_iter().map(|span| Span { worker, ..span }));
    }
    run.tasks = tasks.list;
    // Without CPU clocks nobody knows who executed, and it is not assumed either.
    run.executing = run.cpu.is_some().then_some(slices);
    run
}
