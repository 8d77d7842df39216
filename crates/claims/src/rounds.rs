//! One round of a measurement: effective cores, one benchmark, the other, effective cores.
//!
//! Which benchmark runs first alternates from round to round, so that a machine that grows warm or
//! slow favours neither.

use serde::{Deserialize, Serialize};

use crate::claim::Bound;

/// How far the effective cores may move during a round, and be away from what is usual: a tenth.
pub(crate) const TOLERANCE: f64 = 0.1;

/// What was measured in one round.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The effective cores just before the benchmarks.
    pub e_before: f64,
    /// The effective cores just after them.
    pub e_after: f64,
    /// The time of the baseline, in nanoseconds an iteration.
    pub baseline_ns: f64,
    /// The time of the contender, in nanoseconds an iteration.
    pub contender_ns: f64,
}

impl Round {
    /// Whether the round counts: the effective cores moved by at most a tenth while it lasted, seen
    /// from the greater value, and each of its four figures is a number above zero of a size that
    /// a machine can have.
    #[must_use]
    pub fn is_steady(&self) -> bool {
        let Round { e_before, e_after, baseline_ns, contender_ns } = *self;
        let all = [e_before, e_after, baseline_ns, contender_ns];
        // Numbers of a greater size would overflow when they are divided.
        all.iter().all(|figure| (1e-50..1e50).contains(figure))
            && (e_before - e_after).abs() <= TOLERANCE * e_before.max(e_after)
    }

    /// The effective cores of the round: the mean of before and after.
    #[must_use]
    pub fn e(&self) -> f64 {
        f64::midpoint(self.e_before, self.e_after)
    }

    /// How many times as fast as the baseline the contender was.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        self.baseline_ns / self.contender_ns
    }

    /// What a bound is held against: the ratio, divided by the effective cores where the bound is
    /// on that.
    pub(crate) fn held_against(&self, bound: Bound) -> f64 {
        match bound {
            Bound::AtLeast(_) | Bound::AtMost(_) => self.ratio(),
            Bound::AtLeastTimesE(_) => self.ratio() / self.e(),
        }
    }

    /// The round as it is kept in a file: see [`six_digits`].
    pub(crate) fn rounded(&self) -> Round {
        Round {
            e_before: six_digits(self.e_before),
            e_after: six_digits(self.e_after),
            baseline_ns: six_digits(self.baseline_ns),
            contender_ns: six_digits(self.contender_ns),
        }
    }
}

/// A figure to six significant digits. A number of so few digits is read back from a file as
/// exactly the same number, so that judging it again says the same; and nobody measures better.
pub(crate) fn six_digits(figure: f64) -> f64 {
    format!("{figure:.5e}").parse().unwrap_or(figure)
}
