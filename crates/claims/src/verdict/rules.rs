//! The rules: from what was seen to a verdict. Why they are as they are stands in the parent.

use super::{ENOUGH, Verdict};
use crate::claim::{Bench, Bound};
use crate::interval::Interval;
use crate::rounds::TOLERANCE;

/// All that a verdict depends on.
pub(super) struct Seen<'a> {
    pub(super) bench: &'a Bench,
    /// How many rounds were measured, steady or not.
    pub(super) rounds: usize,
    /// For each kept round, what the bound is held against, and the interval of its median.
    pub(super) held: Vec<f64>,
    pub(super) interval: Option<Interval>,
    /// E before and after each kept round, and the median of these.
    pub(super) windows: Vec<f64>,
    pub(super) e: Option<f64>,
    /// The effective cores that an undisturbed machine could give at most.
    pub(super) reach: f64,
    pub(super) cpus: usize,
}

impl Seen<'_> {
    pub(super) fn verdict(&self) -> Verdict {
        let e = self.e.unwrap_or(0.0);
        if let Some(reason) = self.cannot_be_judged(e) {
            return Verdict::CannotShow(reason);
        }
        let Some(interval) = self.interval else {
            return Verdict::CannotShow(self.too_few());
        };
        let (bound, at_most) = match self.bench.bound {
            Bound::AtLeast(bound) | Bound::AtLeastTimesE(bound) => (bound, false),
            Bound::AtMost(bound) => (bound, true),
        };
        let right = if at_most { interval.high <= bound } else { interval.low >= bound };
        let wrong = if at_most { interval.low > bound } else { interval.high < bound };
        let reason = if right {
            at_most.then(|| self.changing(interval, e)).flatten()
        } else if wrong {
            self.changing(interval, e)
                .or_else(|| self.taken(interval, e, at_most))
                .or_else(|| self.close(interval, bound, at_most))
        } else {
            Some(self.undecided(interval))
        };
        match reason {
            Some(reason) => Verdict::CannotShow(reason),
            None if right => Verdict::Proven,
            None => Verdict::Refuted(self.missed_by(interval, bound)),
        }
    }

    /// Why the rounds say nothing, neither for the claim nor against it.
    fn cannot_be_judged(&self, e: f64) -> Option<String> {
        if let Some(needed) = self.bench.needs_e {
            if self.cpus <= 1 && needed > 1.0 {
                return Some(self.one_cpu(needed));
            }
            if self.rounds > 0 && e < needed {
                return Some(self.too_little(e, needed));
            }
        }
        if self.held.len() < ENOUGH {
            return Some(self.too_few());
        }
        // More than there is can only be seen where one spinner alone was slowed down as well.
        (e > (1.0 + TOLERANCE) * self.reach).then(|| self.too_much(e))
    }

    /// Whether load came and went, within rounds or between them.
    fn changing(&self, interval: Interval, e: f64) -> Option<String> {
        let dropped = self.rounds - self.held.len();
        if dropped as f64 > TOLERANCE * self.rounds as f64 {
            return Some(self.unsteady(interval));
        }
        let away = |window: &f64| (window - e).abs() > TOLERANCE * e;
        self.windows.iter().any(away).then(|| self.wavering(interval))
    }

    /// Whether the machine gave less than it can, all the time, or may have without E showing it.
    fn taken(&self, interval: Interval, e: f64, at_most: bool) -> Option<String> {
        if e < (1.0 - TOLERANCE) * self.reach {
            return Some(self.busy(interval, e));
        }
        // Of a machine that others use all the time, many get a greater share than one does. With a
        // CPU for each that is never more than a quiet machine gives; with fewer it can be.
        (at_most && self.bench.workers > self.cpus).then(|| self.crowded(interval))
    }

    /// Whether some round misses the bound by less than load can have taken without E showing it.
    fn close(&self, interval: Interval, bound: f64, at_most: bool) -> Option<String> {
        let least = self.windows.iter().copied().fold(self.reach, f64::min);
        let left = 1.0 - (self.reach - least).max(TOLERANCE);
        let misses = |held: &f64| if at_most { held * left > bound } else { *held < bound * left };
        (!self.held.iter().all(misses)).then(|| self.too_close(interval))
    }
}
