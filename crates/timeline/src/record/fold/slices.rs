//! When a worker was really executing. Its CPU clock says how much, between two readings; where it
//! ticked, its ticks say when not.

use super::lane::{Lane, Stretch};
use crate::run::Slice;

/// Below this share a thread did not work but was woken: what is left is the cost of going to sleep
/// and of reading the clock.
const LEAST_SHARE: f64 = 0.02;
/// The most that a recording says. A clock cannot prove that there was no instant at which somebody
/// else had the processor, and neither can ticks, between which a short turn of another thread
/// goes unseen.
const MOST_SHARE: f64 = 0.999;
/// For how long after its last reading of the clock, in nanoseconds, a thread is taken to have gone
/// on as before. There is a reading every ms, so this is only the end of a lane.
const TAIL: u64 = 2_000_000;

/// The slices of a lane, in order and disjoint.
pub(super) fn of(lane: &Lane, worker: usize, end: u64) -> Vec<Slice> {
    let held = without_missed(lane);
    let mut rest = held.as_slice();
    let mut slices = Vec::new();
    let mut shares = None;
    for (index, pair) in lane.samples.windows(2).enumerate() {
        let ((from, before), (to, after)) = (pair[0], pair[1]);
        rest = &rest[rest.partition_point(|piece| piece.end <= from)..];
        let mut executed = after.saturating_sub(before) as f64;
        if index + 2 == lane.samples.len() {
            executed *= lane.last_within;
        }
        let pieces = within(rest, from, to);
        let length = |ticked: bool| -> u64 {
            pieces.clone().filter(|p| p.ticked == ticked).map(|p| p.end - p.start).sum()
        };
        let (ticked, other) = (length(true) as f64, length(false) as f64);
        if ticked + other == 0.0 {
            continue;
        }
        // What ticks was executing. And a thread between two spans is parked, or looking for the
        // next: so the CPU time is that of the spans, as far as they can hold it.
        let left = (executed - ticked).max(0.0);
        shares = Some([left / other.max(1.0), executed / ticked.max(1.0)]);
        push(&mut slices, pieces, worker, shares);
    }
    if let Some(&(last, _)) = lane.samples.last() {
        rest = &rest[rest.partition_point(|piece| piece.end <= last)..];
        let tail = within(rest, last, end.min(last.saturating_add(TAIL)));
        push(&mut slices, tail, worker, shares);
    }
    slices.dedup_by(|next, last| join(last, next));
    slices
}

/// The stretches of a lane, less what their ticks missed.
fn without_missed(lane: &Lane) -> Vec<Stretch> {
    let mut pieces = Vec::with_capacity(lane.stretches.len() + lane.missed.len());
    for stretch in &lane.stretches {
        let mut start = stretch.start;
        let first = lane.missed.partition_point(|missed| missed.1 <= start);
        let missed = lane.missed.iter().skip(first);
        let missed = missed.take_while(|missed| stretch.ticked && missed.0 < stretch.end);
        for &(from, to) in missed {
            if start < from {
                pieces.push(Stretch { start, end: from, ..*stretch });
            }
            start = start.max(to);
        }
        if start < stretch.end {
            pieces.push(Stretch { start, ..*stretch });
        }
    }
    pieces
}

/// The parts of the pieces that lie in an interval.
fn within(pieces: &[Stretch], from: u64, to: u64) -> impl Iterator<Item = Stretch> + Clone + '_ {
    let inside = pieces.iter().take_while(move |piece| piece.start < to);
    let cut = move |piece: &Stretch| Stretch {
        start: piece.start.max(from),
        end: piece.end.min(to),
        ..*piece
    };
    inside.map(cut).filter(|piece| piece.start < piece.end)
}

/// A slice over these pieces, with the share of those that did not tick and of those that did. It
/// reaches over the gaps between spans, where it says nothing; a ticking piece has its own.
fn push(
    slices: &mut Vec<Slice>,
    pieces: impl Iterator<Item = Stretch>,
    worker: usize,
    shares: Option<[f64; 2]>,
) {
    let Some(shares) = shares else { return };
    let shares = shares.map(|share| ((share * 1000.0).round() / 1000.0).min(MOST_SHARE));
    let mut open = false;
    for Stretch { start, end, ticked } in pieces {
        let share = shares[usize::from(ticked)];
        let last = slices.last_mut().filter(|_| open && !ticked);
        open = !ticked && share >= LEAST_SHARE;
        match last {
            Some(last) => last.end = end,
            None if share >= LEAST_SHARE => slices.push(Slice { worker, start, end, share }),
            None => {}
        }
    }
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
        last.share = ((mean * 1000.0).round() / 1000.0).min(MOST_SHARE);
        last.end = next.end;
    }
    joined
}
