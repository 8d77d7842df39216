//! The intervals behind the measures: when each task was executing, and when it was in progress
//! on no worker.

use crate::run::{Run, Span};

impl Run {
    /// Every worker's spans in time order, worker by worker.
    pub(crate) fn lanes(&self) -> Vec<Vec<Span>> {
        let mut lanes = vec![Vec::new(); self.workers.len()];
        for span in &self.spans {
            if let Some(lane) = lanes.get_mut(span.worker) {
                lane.push(*span);
            }
        }
        for lane in &mut lanes {
            lane.sort_by_key(|span| (span.start, span.end));
        }
        lanes
    }

    /// The parts of the spans in which the worker was really executing, worker by worker, in
    /// time order.
    pub(crate) fn executing_lanes(&self) -> Vec<Vec<Span>> {
        let lanes = self.lanes();
        let Some(slices) = &self.executing else { return lanes };
        let mut awake = vec![Vec::new(); self.workers.len()];
        for slice in slices {
            if let Some(lane) = awake.get_mut(slice.worker) {
                lane.push((slice.start, slice.end));
            }
        }
        lanes
            .iter()
            .zip(awake)
            .map(|(spans, slices)| {
                let slices = union(slices);
                let mut parts = Vec::new();
                // Both lists ascend, so a slice that ends before a span also ends before the next.
                let mut first = 0;
                for span in spans {
                    first += slices[first..].partition_point(|slice| slice.1 <= span.start);
                    for &(from, to) in slices[first..].iter().take_while(|s| s.0 < span.end) {
                        let (start, end) = (from.max(span.start), to.min(span.end));
                        parts.push(Span { start, end, ..*span });
                    }
                }
                parts
            })
            .collect()
    }

    /// For every task the intervals in which it was executing, in order and disjoint: a task that
    /// two workers have at once executes once, which is what keeps R below I.
    pub(crate) fn executing_by_task(&self) -> Vec<Vec<(u64, u64)>> {
        self.by_task(self.executing_lanes().into_iter().flatten())
    }

    /// For every task the intervals in which it was in progress, but on no worker.
    pub(crate) fn waiting_by_task(&self) -> Vec<Vec<(u64, u64)>> {
        let held = self.by_task(self.spans.iter().copied());
        self.tasks
            .iter()
            .zip(held)
            .map(|(task, held)| {
                let (mut from, to) = self.in_progress_from_to(task);
                let mut waits = Vec::new();
                for (start, end) in held {
                    if from < start {
                        waits.push((from, start));
                    }
                    from = from.max(end);
                }
                if from < to {
                    waits.push((from, to));
                }
                waits
            })
            .collect()
    }

    fn by_task(&self, spans: impl Iterator<Item = Span>) -> Vec<Vec<(u64, u64)>> {
        let mut tasks = vec![Vec::new(); self.tasks.len()];
        for span in spans {
            if let Some(task) = tasks.get_mut(span.task) {
                task.push((span.start, span.end));
            }
        }
        tasks.into_iter().map(union).collect()
    }
}

/// The same instants as disjoint intervals in order.
fn union(mut intervals: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    intervals.sort_unstable();
    let mut disjoint: Vec<(u64, u64)> = Vec::with_capacity(intervals.len());
    for (from, to) in intervals {
        match disjoint.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => disjoint.push((from, to)),
        }
    }
    disjoint
}
