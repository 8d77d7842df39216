//! max R where R is known only as a mean: how many tasks must have executed at one instant.
//!
//! The reason is the pigeonhole's. If the tasks together executed for more than k times the length
//! of a window, then at some instant of it more than k of them executed: at most k at every
//! instant could not have made that much. What has to be right is how much they executed within
//! the window. A slice of share s that covers h of its worker's spans leaves (1 − s)·h in which the
//! worker did not execute, nobody knows when: so within a window that overlaps the slice, all of
//! that may have lain inside. Adding up the shares as they are would find two tasks at once on a
//! single core, whenever the slice of one thread reaches across the turn of another.

use crate::run::{Run, Unit};
use crate::steps::Steps;
use crate::stretches::Part;

/// How much, in nanoseconds, of what a thread executed in a recorded slice it may have executed just
/// after it: where a gap in its ticks begins is known that exactly.
pub(crate) const UNSEEN: u64 = 300_000;
/// How far above a whole number the mean of a window must be to count as more: a tenth of a task
/// absorbs what the two clocks disagree.
const TOLERANCE: f64 = 0.1;
/// The shortest window, in ticks: below 10 µs the cost of reading the clocks is no longer small.
const SHORTEST: u64 = 10_000;
/// From how many slices of a worker windows begin. Every window proves what it proves, so trying
/// fewer can only miss some.
const MOST_WINDOWS: usize = 1_000;

impl Run {
    /// max R: the smallest number of tasks that must have been executing at one instant.
    ///
    /// Where it is known at every instant who executed, as in a model, this is the largest value of
    /// R. Where only shares of stretches are known, it is what these prove: a mean of 1.9 over a
    /// stretch cannot come from at most one task at every instant. It may then be smaller than the
    /// truth, not greater. 0 where [executing is not known](Run::knows_executing).
    pub fn max_executing(&self) -> usize {
        let mut workers: Vec<Vec<Part>> = vec![Vec::new(); self.workers.len()];
        let mut exact = Vec::new();
        for part in self.executing_by_task().into_iter().flatten() {
            if part.share == 1.0 {
                exact.push((part.start, part.end, 1.0));
            }
            if let Some(worker) = workers.get_mut(part.worker) {
                worker.push(part);
            }
        }
        let all_exact = workers.iter().flatten().count() == exact.len();
        let at_instants = Steps::<usize>::of(exact, self.end).max();
        if all_exact {
            return at_instants;
        }
        let all = self.executing_lanes();
        let unseen = if self.unit == Unit::Nanoseconds { UNSEEN as f64 } else { 0.0 };
        let lanes: Vec<_> =
            workers.into_iter().zip(&all).map(|(own, all)| Lane::new(own, all, unseen)).collect();
        let windows = lanes.iter().flat_map(Lane::windows);
        let in_windows = windows.map(|(from, to)| {
            let executed: f64 = lanes.iter().map(|lane| lane.executed(from, to)).sum();
            (executed / (to - from) as f64 - TOLERANCE).ceil().max(0.0) as usize
        });
        // Something was executing, if only for so short a time that no window shows it.
        in_windows.chain([at_instants, 1]).max().unwrap_or(1)
    }
}

/// One worker's executing parts, laid out so that any window is quickly added up.
struct Lane {
    /// The parts in time order, each with the time covered by those before it.
    parts: Vec<(Part, u64)>,
    slices: Vec<Stretch>,
}

/// What one slice says.
struct Stretch {
    start: u64,
    end: u64,
    /// For how long within it the worker did not execute.
    idle: f64,
    /// What may have happened not in this slice but in the next; within a row of slices that makes
    /// no difference.
    unseen: f64,
    /// For how long the workers' slices before this one executed.
    before: f64,
}

impl Lane {
    /// Of the worker's parts those that count as its own. The rest are of tasks that another
    /// worker has at the same time, but what a slice leaves idle may lie in either.
    fn new(mut own: Vec<Part>, all: &[Part], unseen: f64) -> Lane {
        own.sort_by_key(|part| part.start);
        let mut lane = Lane { parts: Vec::new(), slices: Vec::new() };
        let (mut covered, mut executed) = (0, 0.0);
        let mut all = all.chunk_by(|one, other| one.slice == other.slice);
        for slice in own.chunk_by(|one, other| one.slice == other.slice) {
            let (Some(first), Some(last)) = (slice.first(), slice.last()) else { continue };
            let whole = all.find(|whole| whole.first().is_some_and(|p| p.slice == first.slice));
            let held: u64 = whole.unwrap_or(slice).iter().map(Part::length).sum();
            let idle = (1.0 - first.share).max(0.0) * held as f64;
            let unseen = if first.share == 1.0 { 0.0 } else { unseen };
            let (start, end) = (first.start, last.end);
            lane.slices.push(Stretch { start, end, idle, unseen, before: executed });
            let counted: u64 = slice.iter().map(Part::length).sum();
            executed += (counted as f64 - idle).max(0.0);
            for part in slice {
                lane.parts.push((*part, covered));
                covered += part.length();
            }
        }
        lane
    }

    /// Windows of a slice, of four in a row, of sixteen and so on: wherever execution is dense, one
    /// of them lies within.
    fn windows(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        let stride = self.slices.len().div_ceil(MOST_WINDOWS).max(1);
        let starts = self.slices.iter().enumerate().step_by(stride);
        let windows = starts.flat_map(move |(index, first)| {
            let reach = (0..32).map(|power| (1_usize << power) - 1).step_by(2);
            let ends = reach.map_while(move |more| self.slices.get(index + more));
            ends.map(|last| (first.start, last.end))
        });
        windows.filter(|(from, to)| to.saturating_sub(*from) >= SHORTEST)
    }

    /// How long the parts before an instant are together.
    fn covered(&self, time: u64) -> u64 {
        let next = self.parts.partition_point(|(part, _)| part.start < time);
        let last = next.checked_sub(1).and_then(|last| self.parts.get(last));
        last.map_or(0, |(part, before)| before + part.length().min(time - part.start))
    }

    /// For how long at least the worker executed within a window.
    fn executed(&self, from: u64, to: u64) -> f64 {
        let first = self.slices.partition_point(|slice| slice.end <= from);
        let next = self.slices.partition_point(|slice| slice.start < to);
        let Some(within) = self.slices.get(first..next) else { return 0.0 };
        // Only the first and the last can reach beyond the window.
        let cut = |slice: &Stretch| {
            let covered = self.covered(slice.end.min(to)) - self.covered(slice.start.max(from));
            (covered as f64 - slice.idle - slice.unseen).max(0.0)
        };
        match within {
            [] => 0.0,
            [only] => cut(only),
            [first, second, ..] => {
                let last = &within[within.len() - 1];
                cut(first) + (last.before - second.before) + cut(last)
            }
        }
    }
}
