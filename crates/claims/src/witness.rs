//! Certificates: something that can be seen in one way only, so that seeing it once is a proof.
//!
//! The example prints how often it saw it, in a line of its `expected.txt` that has a hole there:
//! `on two cores neither saw a flag: [..] of 4000 rounds`. A count above zero proves the claim on
//! this machine, however busy it is. Zero shows nothing: one can always be out of luck, and with
//! one CPU there is no luck to be had. So a certificate is never refuted.

use crate::verdict::{Judgement, Verdict};

/// What stands for the count in a certificate's line.
pub(crate) const HOLE: &str = "[..]";

/// Judges a certificate by what its example printed.
#[must_use]
pub fn judge_witness(line: &str, printed: &str) -> Judgement {
    let count = count(line, printed);
    let verdict = match count {
        Some(0) => Verdict::CannotShow("it was not seen even once".to_owned()),
        Some(_) => Verdict::Proven,
        None => Verdict::CannotShow(format!("the example did not print a count in `{line}`")),
    };
    Judgement { verdict, witnesses: count, ..Judgement::tested() }
}

/// The number that stands in the hole of `line`, in the first line printed that fits.
fn count(line: &str, printed: &str) -> Option<u64> {
    let (before, after) = line.split_once(HOLE)?;
    printed.lines().find_map(|printed| {
        let number = printed.trim_end().strip_prefix(before)?.strip_suffix(after)?;
        number.trim().parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::{count, judge_witness};
    use crate::Verdict;

    #[test]
    fn the_count_is_read_from_the_line_that_fits() {
        let line = "free: [..] of 100";
        let known = [
            ("free:  7 of 100\n", Some(7)),
            ("bound: 3 of 100\nfree: 0 of 100\r\n", Some(0)),
            ("free: many of 100\n", None),
            ("free: 7 of 1000\n", None),
            ("free: -7 of 100\n", None),
            ("", None),
        ];
        for (printed, expected) in known {
            assert_eq!(count(line, printed), expected, "{printed:?}");
        }
    }

    #[test]
    fn one_witness_proves_and_none_shows_nothing() {
        let verdict = |printed| judge_witness("seen [..] times", printed).verdict;
        assert_eq!(verdict("seen 1 times"), Verdict::Proven);
        assert!(matches!(verdict("seen 0 times"), Verdict::CannotShow(_)));
        assert!(matches!(verdict("died"), Verdict::CannotShow(_)));
    }
}
