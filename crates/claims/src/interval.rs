//! An interval for a median, by the percentile bootstrap.
//!
//! B. Efron, "Bootstrap methods: another look at the jackknife", 1979: the values are drawn again
//! and again from themselves, and the medians of these samples show how much the median of the
//! values would have varied. It asks nothing of how the values are distributed, which matters here,
//! because what other programs steal from a measurement is anything but normal.

use serde::{Deserialize, Serialize};

/// How many samples are drawn.
const RESAMPLES: usize = 2_000;

/// What is cut off at each end, of a thousand: 95 % remain.
const TAIL: usize = 25;

/// A median and the interval that it lies in, with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The median.
    pub middle: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// The median of `values` and its interval; nothing where there is no value, or one that is no
    /// finite number.
    ///
    /// Equal values give an equal interval, in whatever order they come: they are sorted first, and
    /// the generator always begins with the same seed.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Interval> {
        if values.is_empty() || !values.iter().all(|value| value.is_finite()) {
            return None;
        }
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let mut random = SplitMix(0x5EED);
        let mut medians: Vec<f64> =
            (0..RESAMPLES).map(|_| resample(&sorted, &mut random)).collect();
        medians.sort_by(f64::total_cmp);
        let cut = RESAMPLES * TAIL / 1_000;
        let middle = median_of_sorted(&sorted);
        // With two values or an odd tie the cut may pass the median by rounding; never beyond it.
        let (low, high) = (medians[cut].min(middle), medians[RESAMPLES - 1 - cut].max(middle));
        Some(Interval { low, middle, high })
    }
}

/// The median; nothing where there is no value.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (!sorted.is_empty()).then(|| median_of_sorted(&sorted))
}

/// The middle value, or the mean of the two middle ones. There must be one.
fn median_of_sorted(sorted: &[f64]) -> f64 {
    let (below, above) = ((sorted.len() - 1) / 2, sorted.len() / 2);
    f64::midpoint(sorted[below], sorted[above])
}

/// The median of as many values as there are, drawn from them.
///
/// Since they are sorted, it is enough to count how often each was drawn and to walk to the middle.
fn resample(sorted: &[f64], random: &mut SplitMix) -> f64 {
    let length = sorted.len();
    let mut drawn = vec![0_usize; length];
    for _ in 0..length {
        drawn[random.below(length)] += 1;
    }
    let at = |rank: usize| {
        let mut passed = 0;
        let found = drawn.iter().position(|times| {
            passed += times;
            passed > rank
        });
        sorted[found.unwrap_or(length - 1)]
    };
    f64::midpoint(at((length - 1) / 2), at(length / 2))
}

/// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014):
/// six lines, and the same numbers on every machine.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `end`, not included; for the few dozens that rounds are, the bias of the
    /// multiplication is below one in 10¹⁷.
    fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_splitmix() {
        // The first numbers of the reference implementation for the seed 1234567.
        let mut random = SplitMix(1_234_567);
        let first = [random.next(), random.next(), random.next()];
        let reference =
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(first, reference);
    }
}
