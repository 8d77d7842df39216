//! What must hold of a run before it is measured, written or drawn.

use crate::run::Run;

impl Run {
    /// Whether the run's parts fit together.
    ///
    /// # Errors
    ///
    /// The first thing that does not fit, as a sentence: an index that names nothing, an interval
    /// that is empty or leaves the run, a span outside its task's time in progress, or a worker
    /// with two tasks at once.
    pub fn check(&self) -> Result<(), String> {
        for task in &self.tasks {
            let (from, to) = self.in_progress_from_to(task);
            if from > to || to > self.end {
                let (name, end) = (&task.name, self.end);
                return Err(format!("task `{name}` is in progress {from}..{to} of 0..{end}"));
            }
            if let Some(missing) = task.after.iter().find(|&&after| after >= self.tasks.len()) {
                let name = &task.name;
                return Err(format!("task `{name}` comes after task {missing}, which is missing"));
            }
        }
        for span in &self.spans {
            let (from, to) = (span.start, span.end);
            let Some(task) = self.tasks.get(span.task) else {
                return Err(format!(
                    "span {from}..{to} names task {}, which is missing",
                    span.task
                ));
            };
            if span.worker >= self.workers.len() {
                let worker = span.worker;
                return Err(format!("span {from}..{to} names worker {worker}, which is missing"));
            }
            let (start, end) = self.in_progress_from_to(task);
            if from >= to || from < start || to > end {
                let name = &task.name;
                return Err(format!("span {from}..{to} of `{name}` is not within {start}..{end}"));
            }
        }
        for (worker, lane) in self.lanes().iter().enumerate() {
            if let Some(pair) = lane.windows(2).find(|pair| pair[0].end > pair[1].start) {
                let (one, other) = (self.task_name(pair[0].task), self.task_name(pair[1].task));
                let (name, at) = (self.worker_name(worker), pair[1].start);
                return Err(format!("worker `{name}` has `{one}` and `{other}` at {at}"));
            }
        }
        for slice in self.executing.iter().flatten() {
            let (from, to) = (slice.start, slice.end);
            if slice.worker >= self.workers.len() || from >= to || to > self.end {
                return Err(format!("slice {from}..{to} of worker {} does not fit", slice.worker));
            }
            // Shares are written in thousandths: less would come back as none.
            if !(0.0005..=1.0).contains(&slice.share) {
                let (name, share) = (self.worker_name(slice.worker), slice.share);
                return Err(format!("slice {from}..{to} of worker `{name}` has share {share}"));
            }
        }
        for lane in self.slice_lanes() {
            if let Some(pair) = lane.windows(2).find(|pair| pair[0].end > pair[1].start) {
                let (name, at) = (self.worker_name(pair[0].worker), pair[1].start);
                return Err(format!("worker `{name}` has two slices at {at}"));
            }
        }
        Ok(())
    }
}
