//! A judgement's figure as the page prints it: no more digits than were measured.

use crate::claim::{Claim, Evidence};
use crate::verdict::Judgement;

/// The figure of a claim: what its test holds to the example's output, `14 min`, how often a
/// certificate's witness was seen, `9531`, or the measured ratio to two significant digits, `1.9×`. Nothing where the claim has no figure or none was
/// measured.
#[must_use]
pub fn figure(claim: &Claim, judgement: &Judgement) -> Option<String> {
    match &claim.evidence {
        Evidence::Test { prints, .. } => prints.clone(),
        Evidence::Witness { .. } => judgement.witnesses.map(|count| count.to_string()),
        Evidence::Bench(_) => {
            judgement.interval.map(|interval| format!("{}×", significant(interval.middle, 2)))
        }
    }
}

/// The interval of a measured ratio, to three significant digits: `1.86–1.93× (95 %)`.
#[must_use]
pub fn interval_in_words(judgement: &Judgement) -> Option<String> {
    judgement.interval.map(|interval| {
        let (low, high) = (significant(interval.low, 3), significant(interval.high, 3));
        format!("{low}–{high}× (95 %)")
    })
}

/// A time in nanoseconds, to so many significant digits, in the unit that it reads best in: `41 µs`.
#[must_use]
pub fn time_in_words(ns: f64, digits: usize) -> String {
    // Rounded first, so that 999.9 ns does not become 1000 ns.
    let rounded: f64 = format!("{ns:.*e}", digits.saturating_sub(1)).parse().unwrap_or(ns);
    let units = [("s", 1e9), ("ms", 1e6), ("µs", 1e3)];
    let (unit, size) = units.into_iter().find(|(_, size)| rounded >= *size).unwrap_or(("ns", 1.0));
    format!("{} {unit}", significant(rounded / size, digits))
}

/// A number above zero with so many significant digits, and never an exponent.
#[must_use]
pub fn significant(number: f64, digits: usize) -> String {
    // Rounded in scientific notation first, since 9.96 has fewer places than 9.94 has.
    let scientific = format!("{number:.*e}", digits.saturating_sub(1));
    let exponent: i32 = scientific.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let rounded: f64 = scientific.parse().unwrap_or(number);
    let places = usize::try_from(digits as i32 - 1 - exponent).unwrap_or(0);
    format!("{rounded:.places$}")
}

#[cfg(test)]
mod tests {
    use super::{significant, time_in_words};

    #[test]
    fn figures_have_two_or_three_significant_digits() {
        let known = [
            (1.893, "1.9", "1.89"),
            (1.0, "1.0", "1.00"),
            (0.953, "0.95", "0.953"),
            (0.049_99, "0.050", "0.0500"),
            (9.949, "9.9", "9.95"),
            (9.96, "10", "9.96"),
            (99.6, "100", "99.6"),
            (12.34, "12", "12.3"),
            (1234.5, "1200", "1230"),
        ];
        for (number, two, three) in known {
            assert_eq!((&*significant(number, 2), &*significant(number, 3)), (two, three));
        }
    }

    #[test]
    fn times_have_the_unit_that_they_read_best_in() {
        let known = [
            (0.8512, "0.85 ns"),
            (560.2, "560 ns"),
            (999.6, "1.0 µs"),
            (41_600.0, "42 µs"),
            (1_330_000.0, "1.3 ms"),
            (2.04e9, "2.0 s"),
        ];
        for (ns, words) in known {
            assert_eq!(time_in_words(ns, 2), words);
        }
    }
}
