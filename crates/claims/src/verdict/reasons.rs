//! Why a verdict is what it is, in plain words: what stands on the page, so figures are short.

use super::{ENOUGH, Seen};
use crate::claim::Bound;
use crate::figure::significant;
use crate::interval::Interval;

/// One place after the point: more would claim to know E better than anybody does.
fn short(e: f64) -> String {
    let text = format!("{e:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn rounds(number: usize) -> String {
    if number == 1 { "1 round".to_owned() } else { format!("{number} rounds") }
}

impl Seen<'_> {
    pub(super) fn one_cpu(&self, needed: f64) -> String {
        format!("one CPU only; the claim needs {needed} effective cores")
    }

    pub(super) fn too_little(&self, e: f64, needed: f64) -> String {
        // Where rounding would make the two look equal, more is shown.
        let given = if e.max(0.0) + 0.05 > needed { format!("{e:.3}") } else { short(e) };
        format!("this machine gave {given} effective cores; the claim needs {needed}")
    }

    pub(super) fn too_few(&self) -> String {
        let (kept, all) = (self.held.len(), self.rounds);
        if all < ENOUGH {
            format!("{} measured; at least {ENOUGH} are needed", rounds(all))
        } else {
            let were = if kept == 1 { "was" } else { "were" };
            format!("only {kept} of {} {were} steady; at least {ENOUGH} are needed", rounds(all))
        }
    }

    pub(super) fn too_much(&self, e: f64) -> String {
        let (e, reach) = (short(e), self.reach);
        format!(
            "{e} effective cores were seen where there are {reach}: other programs slowed the \
             single worker down"
        )
    }

    pub(super) fn undecided(&self, interval: Interval) -> String {
        format!("{} does not settle whether it is {}", self.words(interval), self.bench.bound)
    }

    pub(super) fn unsteady(&self, interval: Interval) -> String {
        let (kept, all) = (self.held.len(), rounds(self.rounds));
        format!("{}, but only {kept} of {all} were steady", self.words(interval))
    }

    pub(super) fn wavering(&self, interval: Interval) -> String {
        let least = self.windows.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.windows.iter().copied().fold(0.0, f64::max);
        let (words, least, most) = (self.words(interval), short(least), short(most));
        format!("{words}, but the effective cores went from {least} to {most}")
    }

    pub(super) fn busy(&self, interval: Interval, e: f64) -> String {
        let (words, e, reach) = (self.words(interval), short(e), self.reach);
        format!("{words}, but the machine was not quiet: {e} effective cores of {reach}")
    }

    pub(super) fn crowded(&self, interval: Interval) -> String {
        let (words, workers) = (self.words(interval), self.bench.workers);
        let cpus = if self.cpus == 1 { "1 CPU".to_owned() } else { format!("{} CPUs", self.cpus) };
        format!("{words}, but {workers} workers on {cpus} may have gained from other load")
    }

    pub(super) fn too_close(&self, interval: Interval) -> String {
        let (words, bound) = (self.words(interval), self.bench.bound);
        format!("{words} misses {bound}, by less than other load could have hidden")
    }

    pub(super) fn missed_by(&self, interval: Interval, bound: f64) -> String {
        let percent = 100.0 * (interval.middle / bound - 1.0).abs();
        let side = if interval.middle < bound { "below" } else { "above" };
        let named = self.bench.bound;
        format!("{}, {percent:.0} % {side} the bound of {named}", self.words(interval))
    }

    /// The interval, in the unit of the bound, so that the two can be compared.
    fn words(&self, interval: Interval) -> String {
        let unit = if matches!(self.bench.bound, Bound::AtLeastTimesE(_)) { " × E" } else { "" };
        let [low, middle, high] =
            [interval.low, interval.middle, interval.high].map(|end| significant(end, 3));
        format!("{middle}{unit} ({low}–{high})")
    }
}
