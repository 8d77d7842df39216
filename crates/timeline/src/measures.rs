//! What can be said of a run in numbers. All of it follows from I(t), R(t) and the spans.

use crate::run::Run;
use crate::steps::Steps;

impl Run {
    /// I(t): the tasks in progress, started and not finished.
    pub fn in_progress(&self) -> Steps {
        let intervals = self.tasks.iter().map(|task| self.in_progress_from_to(task));
        Steps::of(intervals.map(|(from, to)| (from, to, 1.0)), self.end)
    }

    /// R(t): the tasks executing at that instant. Where only a share of a stretch was measured,
    /// the task counts as that share throughout, so that R is then a mean over the stretch; its
    /// area is right all the same. 0 where [executing is not known](Run::knows_executing).
    pub fn executing(&self) -> Steps<f64> {
        let parts = self.executing_by_task().into_iter().flatten();
        Steps::of(parts.map(|part| (part.start, part.end, part.share)), self.end)
    }

    /// max I: the most tasks that were in progress at once.
    pub fn max_in_progress(&self) -> usize {
        self.in_progress().max()
    }

    /// From the run's start to its end, in ticks; for a real run the wall time.
    pub fn makespan(&self) -> u64 {
        self.end
    }

    /// C: the mean of I over the makespan.
    pub fn mean_in_progress(&self) -> f64 {
        self.in_progress().mean()
    }

    /// P: CPU time ÷ wall time. Where no CPU clock was read, as in a model, the executing time of
    /// all tasks ÷ makespan, which is the mean of R.
    pub fn mean_executing(&self) -> f64 {
        match self.cpu {
            Some(cpu) => share(cpu as f64, self.end as f64),
            None => self.executing().mean(),
        }
    }

    /// The share of the time in progress in which a task was not executing: 0 where every task
    /// executed from start to finish, near 1 where nearly all of them waited.
    pub fn waiting_share(&self) -> f64 {
        let in_progress = self.in_progress().integral() as f64;
        let waiting = in_progress - self.executing().integral();
        share(waiting.max(0.0), in_progress)
    }

    /// The share of the makespan in which a worker (an index) was executing; 0 for an index that
    /// names none.
    pub fn utilisation(&self, worker: usize) -> f64 {
        let lane = self.executing_lanes().into_iter().nth(worker).unwrap_or_default();
        let busy = lane.iter().map(|part| (part.start, part.end, part.share));
        Steps::<f64>::of(busy, self.end).mean()
    }

    /// How often a worker (an index) went from one task to a different one.
    pub fn switches_of(&self, worker: usize) -> usize {
        let lane = self.lanes().into_iter().nth(worker).unwrap_or_default();
        lane.windows(2).filter(|pair| pair[0].task != pair[1].task).count()
    }

    /// How often any worker went from one task to a different one.
    pub fn switches(&self) -> usize {
        let lanes = self.lanes();
        let pairs = lanes.iter().flat_map(|lane| lane.windows(2));
        pairs.filter(|pair| pair[0].task != pair[1].task).count()
    }

    /// From the run's start until a task (an index) was first executing, in ticks; `None` if it
    /// never was.
    pub fn response(&self, task: usize) -> Option<u64> {
        self.executing_by_task().get(task)?.first().map(|first| first.start)
    }
}

/// `part` ÷ `whole`, and 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
