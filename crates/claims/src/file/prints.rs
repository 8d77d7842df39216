//! Whether the figures of claims are what their example prints.

use super::faults::Fault;
use crate::claim::{Claim, Evidence};

/// The claims whose figure, or whose witness's line, does not stand in what the example prints,
/// `expected.txt`.
///
/// The figure must stand there whole: `4 min` does not stand in `14 min`, nor in `1.4 min`.
#[must_use]
pub fn check_prints(claims: &[Claim], expected: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for claim in claims {
        if let Evidence::Test { prints: Some(figure), .. } = &claim.evidence
            && !stands_in(figure, expected)
        {
            let message = format!("`{figure}` of `{}` is not what the example prints", claim.id);
            faults.push(Fault { line: claim.line, message });
        }
        if let Evidence::Witness { line } = &claim.evidence
            && !expected.lines().any(|expected| expected.trim_end() == line)
        {
            let message = format!("`{line}` of `{}` is no line of expected.txt", claim.id);
            faults.push(Fault { line: claim.line, message });
        }
    }
    faults
}

/// Whether a figure stands in a text as a whole.
fn stands_in(figure: &str, text: &str) -> bool {
    text.match_indices(figure).any(|(start, _)| {
        let (before, after) = (&text[..start], &text[start + figure.len()..]);
        let first = figure.chars().next().is_some_and(goes_on);
        let last = figure.chars().next_back().is_some_and(goes_on);
        !(first && runs_into(before.chars().rev()) || last && runs_into(after.chars()))
    })
}

/// Whether the letters next to a figure, read away from it, belong to the same word or number: a
/// letter, a digit and a sign do, a point or comma does where a digit stands behind it.
fn runs_into(mut away: impl Iterator<Item = char>) -> bool {
    match away.next() {
        Some('.' | ',' | '_') => away.next().is_some_and(|next| next.is_ascii_digit()),
        Some('-' | '−') => true,
        Some(next) => goes_on(next),
        None => false,
    }
}

fn goes_on(letter: char) -> bool {
    letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_figure_stands_in_a_text_only_as_a_whole() {
        let text = "done after 14 min.\nthen -3 and 1.5 s, 2,000 pies (97%)\n";
        for whole in ["14 min", "14", "-3", "1.5 s", "2,000 pies", "97%", "97", "(97%)", "pies"] {
            assert!(stands_in(whole, text), "{whole}");
        }
        for part in ["4 min", "14 mi", "3", "5 s", "1", "000 pies", "2", "7%", "14 s", "9"] {
            assert!(!stands_in(part, text), "{part}");
        }
    }
}
