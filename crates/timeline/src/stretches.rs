//! The intervals behind the measures: when each task was executing, and when it was in progress
//! on no worker.

use crate::run::{Run, Slice, Span};

/// A part of a span in which its worker executed, for a share of the time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Part {
    pub(crate) worker: usize,
    pub(crate) task: usize,
    pub(crate) start: u64,
    pub(crate) end: u64,
    pub(crate) share: f64,
    /// Which of the worker's slices it is from, in time order; 0 where the run has none.
    pub(crate) slice: usize,
}

impl Part {
    pub(crate) fn length(&self) -> u64 {
        self.end.saturating_sub(self.start)
    }
}

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

    /// Every worker's executing slices in time order, worker by worker.
    pub(crate) fn slice_lanes(&self) -> Vec<Vec<Slice>> {
        let mut lanes = vec![Vec::new(); self.workers.len()];
        for slice in self.executing.iter().flatten() {
            if let Some(lane) = lanes.get_mut(slice.worker) {
                lane.push(*slice);
            }
        }
        for lane in &mut lanes {
            lane.sort_by_key(|slice| (slice.start, slice.end));
        }
        lanes
    }

    /// The parts of the spans in which the worker was executing, worker by worker, in time order;
    /// none where that is not known.
    pub(crate) fn executing_lanes(&self) -> Vec<Vec<Part>> {
        let lanes = self.lanes().into_iter();
        if self.executing.is_none() {
            let whole = |span: Span| {
                let Span { worker, task, start, end } = span;
                Part { worker, task, start, end, share: 1.0, slice: 0 }
            };
            let known = self.knows_executing();
            return lanes
                .map(|lane| lane.into_iter().filter(|_| known).map(whole).collect())
                .collect();
        }
        lanes.zip(self.slice_lanes()).map(|(spans, slices)| parts(&spans, &slices)).collect()
    }

    /// For every task the parts in which it was executing, in order and disjoint: a task that two
    /// workers have at once executes once, with the greater of the two shares, which is the least
    /// that can be said of it. This is what keeps R below I.
    pub(crate) fn executing_by_task(&self) -> Vec<Vec<Part>> {
        let mut tasks = vec![Vec::new(); self.tasks.len()];
        for part in self.executing_lanes().into_iter().flatten() {
            if let Some(task) = tasks.get_mut(part.task) {
                task.push(part);
            }
        }
        tasks.into_iter().map(disjoint).collect()
    }

    /// For every task the intervals in which it was in progress, but on no worker.
    pub(crate) fn waiting_by_task(&self) -> Vec<Vec<(u64, u64)>> {
        let mut held = vec![Vec::new(); self.tasks.len()];
        for span in &self.spans {
            if let Some(held) = held.get_mut(span.task) {
                held.push((span.start, span.end));
            }
        }
        self.tasks
            .iter()
            .zip(held)
            .map(|(task, mut held)| {
                held.sort_unstable();
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
}

/// Where the spans and the slices of one worker overlap.
fn parts(spans: &[Span], slices: &[Slice]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    // Both lists ascend, so a slice that ends before a span also ends before the next.
    let mut first = 0;
    for span in spans {
        first += slices[first..].partition_point(|slice| slice.end <= span.start);
        let rest = slices.iter().enumerate().skip(first);
        for (index, slice) in rest.take_while(|(_, slice)| slice.start < span.end) {
            let Span { worker, task, .. } = *span;
            // A run that was never checked may have slices that overlap: the first one counts.
            let done = parts.last().map_or(0, |part| part.end);
            let (start, end) = (slice.start.max(span.start).max(done), slice.end.min(span.end));
            if start < end {
                parts.push(Part { worker, task, start, end, share: slice.share, slice: index });
            }
        }
    }
    parts
}

/// One task's parts, disjoint and in order; where several overlap, the one with the greatest share.
fn disjoint(mut parts: Vec<Part>) -> Vec<Part> {
    parts.retain(|part| part.start < part.end);
    parts.sort_by_key(|part| (part.start, part.end));
    if parts.windows(2).all(|pair| pair[0].end <= pair[1].start) {
        return parts;
    }
    let mut times: Vec<u64> = parts.iter().flat_map(|part| [part.start, part.end]).collect();
    times.sort_unstable();
    times.dedup();
    let mut coming = parts.into_iter().peekable();
    let mut active: Vec<Part> = Vec::new();
    let mut chosen: Vec<Part> = Vec::new();
    for pair in times.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        active.retain(|part| part.end > from);
        while let Some(part) = coming.next_if(|part| part.start <= from) {
            active.push(part);
        }
        let Some(most) = active.iter().max_by(|a, b| a.share.total_cmp(&b.share)) else { continue };
        match chosen.last_mut() {
            Some(last)
                if last.end == from && (last.worker, last.slice) == (most.worker, most.slice) =>
            {
                last.end = to;
            }
            _ => chosen.push(Part { start: from, end: to, ..*most }),
        }
    }
    chosen
}
