//! When a worker was really executing: how much, between two readings of its CPU clock.

use super::lane::{Lane, Stretch};
use crate::run::Slice;

/// Below this share a thread did not work but was woken: what is left is the cost of going to sleep
/// and of reading the clock.
const LEAST_SHARE: f64 = 0.02;
/// The most that a recording says. A clock cannot prove that there was no instant at which somebody
/// else had the processor.
const MOST_SHARE: f64 = 0.999;
/// For how long after its last reading of the clock, in nanoseconds, a thread is taken to have gone
/// on as before. There is a reading every ms, so this is only the end of a lane.
const TAIL: u64 = 2_000_000;

/// The slices of a lane, in order and disjoint.
pub(super) fn of(lane: &Lane, worker: usize, end: u64) -> Vec<Slice> {
    let mut rest = lane.stretches.as_slice();
    let mut slices = Vec::new();
    let mut share = 0.0;
    for (index, pair) in lane.samples.windows(2).enumerate() {
        let ((from, before), (to, after)) = (pair[0], pair[1]);
        rest = &rest[rest.partition_point(|stretch| stretch.end <= from)..];
        let Some((start, end, held)) = covered(rest, from, to) else { continue };
        let mut executed = after.saturating_sub(before) as f64;
        if index + 2 == lane.samples.len() {
            executed *= lane.last_within;
        }
        // Between two spans a thread is parked, or looking for the next: so the CPU time is that
        // of the spans, as far as they can hold it.
        share = executed / held as f64;
        slices.extend(slice(worker, start, end, share));
    }
    if let Some(&(last, _)) = lane.samples.last() {
        rest = &rest[rest.partition_point(|stretch| stretch.end <= last)..];
        let tail = covered(rest, last, end.min(last.saturating_add(TAIL)));
        slices.extend(tail.and_then(|(start, end, _)| slice(worker, start, end, share)));
    }
    slices.dedup_by(|next, last| join(last, next));
    slices
}

/// From where to where stretches cover an interval, and how much of it; `None` where they do not.
fn covered(stretches: &[Stretch], from: u64, to: u64) -> Option<(u64, u64, u64)> {
    let inside = stretches.iter().take_while(|stretch| stretch.start < to);
    let cut = inside.map(|stretch| (stretch.start.max(from), stretch.end.min(to)));
    cut.filter(|(start, end)| start < end).fold(None, |sum, (start, end)| {
        let (first, held) = sum.map_or((start, 0), |(first, _, held)| (first, held));
        Some((first, end, held + end - start))
    })
}

fn slice(worker: usize, start: u64, end: u64, share: f64) -> Option<Slice> {
    let share = rounded(share);
    (share >= LEAST_SHARE).then_some(Slice { worker, start, end, share })
}

/// In thousandths, as it will be written.
fn rounded(share: f64) -> f64 {
    ((share * 1000.0).round() / 1000.0).min(MOST_SHARE)
}

/// Makes one slice of two that follow each other directly and say about the same: dense spans give
/// a slice every ms, and nobody reads anything into the difference of 0.98 and 0.97.
fn join(last: &mut Slice, next: &Slice) -> bool {
    let busy = |slice: &Slice| slice.share >= 0.95;
    let alike = last.share == next.share || (busy(last) && busy(next));
    let joined = last.end == next.start && alike;
    if joined {
        let area = |slice: &Slice| (slice.end - slice.start) as f64 * slice.share;
        let mean = (area(last) + area(next)) / (next.end - last.start) as f64;
        last.share = rounded(mean);
        last.end = next.end;
    }
    joined
}
