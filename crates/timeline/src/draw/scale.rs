//! Round numbers: where the ticks of a time axis stand, and how a time is written.

use crate::run::Unit;

/// A unit in which ticks are shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    /// `min`, `ms`.
    pub(crate) name: String,
    /// How many ticks make one of it.
    pub(crate) ticks: u64,
}

impl Shown {
    /// The unit in which a time of this length reads best: for real time the largest of ns, µs,
    /// ms and s that fits into it.
    pub(crate) fn for_length(unit: &Unit, length: u64) -> Shown {
        let (name, ticks) = match unit {
            Unit::Virtual(name) => (name.as_str(), 1),
            Unit::Nanoseconds if length >= 1_000_000_000 => ("s", 1_000_000_000),
            Unit::Nanoseconds if length >= 1_000_000 => ("ms", 1_000_000),
            Unit::Nanoseconds if length >= 1_000 => ("µs", 1_000),
            Unit::Nanoseconds => ("ns", 1),
        };
        Shown { name: name.to_owned(), ticks }
    }

    /// A time without its unit: exact where a tick is shown as one, else three significant digits.
    pub(crate) fn number(&self, time: u64) -> String {
        if self.ticks == 1 {
            return time.to_string();
        }
        let value = time as f64 / self.ticks as f64;
        let decimals = if value >= 99.95 { 0 } else { 2 - usize::from(value >= 9.995) };
        format!("{value:.decimals$}")
    }

    /// A time with its unit.
    pub(crate) fn with_unit(&self, time: u64) -> String {
        format!("{} {}", self.number(time), self.name)
    }
}

/// A tick of the axis: where, and what is written there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tick {
    pub(crate) time: u64,
    pub(crate) label: String,
}

/// At most `most + 1` ticks from 0 to `end`, at multiples of 1, 2 or 5 times a power of ten of the
/// shown unit.
pub(crate) fn ticks(end: u64, shown: &Shown, most: u64) -> Vec<Tick> {
    let mut power = 1_u64;
    let step = loop {
        let found = [1, 2, 5].map(|digit| power.saturating_mul(digit));
        if let Some(step) = found.into_iter().find(|step| end / step <= most.max(1)) {
            break step;
        }
        power = power.saturating_mul(10);
    };
    // A step below one shown unit needs as many decimals as it has powers of ten below it.
    let mut decimals = 0;
    let mut unit = shown.ticks;
    while step < unit {
        unit /= 10;
        decimals += 1;
    }
    let times = (0..=end / step).map(|index| index * step);
    times
        .map(|time| {
            let value = time as f64 / shown.ticks as f64;
            Tick { time, label: format!("{value:.decimals$}") }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let check = |end, unit: &str, expected: &[&str]| {
            let shown = Shown::for_length(&Unit::from(unit), end);
            let labels: Vec<_> =
                ticks(end, &shown, 10).into_iter().map(|tick| tick.label).collect();
            assert_eq!(labels, expected, "{end} {unit}");
        };
        check(0, "min", &["0"]);
        check(8, "min", &["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
        check(25, "min", &["0", "5", "10", "15", "20", "25"]);
        check(
            1_000_000_000,
            "ns",
            &["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0"],
        );
        check(2_300_000, "ns", &["0.0", "0.5", "1.0", "1.5", "2.0"]);
    }

    #[test]
    fn times_have_three_digits() {
        let check = |time, expected: &str| {
            assert_eq!(Shown::for_length(&Unit::Nanoseconds, time).with_unit(time), expected);
        };
        check(970, "970 ns");
        check(1_000_000_000, "1.00 s");
        check(12_345_678, "12.3 ms");
        check(99_999, "100 µs");
    }
}
