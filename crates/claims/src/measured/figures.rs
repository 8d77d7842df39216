//! The times and ratios of a measurement, as charts show them: from rounds where there are some.
//!
//! A benchmark that a claim compares was run in a process of its own in every round, before and
//! after effective cores; its median over the steady rounds is worth more than criterion's estimate
//! from one process, and it is what the claim's own figure was made of. So a chart and a sentence
//! never tell two figures of one thing.

use std::collections::BTreeMap;

use super::{Measured, MeasuredClaim};
use crate::interval::{Interval, median};
use crate::rounds::Round;
use crate::verdict::ENOUGH;

impl Measured {
    /// The time of the benchmark `id`, in nanoseconds an iteration: the median over the steady
    /// rounds that it ran in, where they are enough, else criterion's own estimate. Nothing where
    /// it was not measured.
    #[must_use]
    pub fn time(&self, id: &str) -> Option<Interval> {
        let mut times = Vec::new();
        for claim in &self.claims {
            let steady = claim.rounds.iter().filter(|round| round.is_steady());
            if claim.baseline == id {
                times.extend(steady.map(|round| round.baseline_ns));
            } else if claim.contender == id {
                times.extend(steady.map(|round| round.contender_ns));
            }
        }
        let rounds = Interval::of(&times).filter(|_| times.len() >= ENOUGH);
        rounds.or_else(|| {
            let estimate = self.estimates.get(id).filter(|estimate| estimate.is_sound())?;
            let (low, middle, high) = (estimate.low_ns, estimate.median_ns, estimate.high_ns);
            Some(Interval { low, middle, high })
        })
    }

    /// How many times as fast as `baseline` the benchmark `contender` was: as judged, where a claim
    /// compares the two in enough rounds, else the quotient of their times. Its interval is then as
    /// wide as both times allow.
    #[must_use]
    pub fn ratio(&self, baseline: &str, contender: &str) -> Option<Interval> {
        let compares =
            |claim: &&MeasuredClaim| claim.baseline == baseline && claim.contender == contender;
        let judged = self.claims.iter().filter(compares).map(|claim| &claim.judgement);
        let judged = judged.filter(|judgement| judgement.kept >= ENOUGH);
        let judged = judged.filter_map(|judgement| judgement.interval).next();
        judged.or_else(|| {
            let (one, other) = (self.time(baseline)?, self.time(contender)?);
            Some(Interval {
                low: one.low / other.high,
                middle: one.middle / other.middle,
                high: one.high / other.low,
            })
        })
    }

    /// The effective cores during the measurement, by the number of spinners that they were
    /// measured with: the median before and after every steady round.
    #[must_use]
    pub fn effective_cores(&self) -> BTreeMap<usize, f64> {
        let mut windows: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for claim in &self.claims {
            let steady = claim.rounds.iter().filter(|round| round.is_steady());
            let both = steady.flat_map(|round: &Round| [round.e_before, round.e_after]);
            windows.entry(claim.workers).or_default().extend(both);
        }
        windows.into_iter().filter_map(|(workers, e)| Some((workers, median(&e)?))).collect()
    }
}
