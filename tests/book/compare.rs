//! What was printed against what was expected.

use snapbox::filter::{Filter, FilterNewlines, NormalizeToExpected};
use snapbox::report::{Palette, write_diff};
use snapbox::{Data, IntoData};

/// Compares a program's output with the expected text. In the expected text `...` on a line of its
/// own stands for any lines and `[..]` for anything within a line.
///
/// # Errors
///
/// The difference, line by line.
pub(crate) fn compare(expected: &str, actual: &str, unordered: bool) -> Result<(), String> {
    // A block's text ends where its last line does; whether a newline follows is no difference.
    let ended = |text: &str| format!("{}\n", text.trim_end_matches('\n'));
    let expected = FilterNewlines.filter(ended(expected).raw());
    let actual = FilterNewlines.filter(ended(actual).raw());
    let mut pattern = NormalizeToExpected::new().redact();
    if unordered {
        pattern = pattern.unordered();
    }
    let actual = pattern.normalize(actual, &expected);
    if actual == expected { Ok(()) } else { Err(difference(&expected, &actual)) }
}

fn difference(expected: &Data, actual: &Data) -> String {
    let mut text = String::new();
    let names: [Option<&dyn std::fmt::Display>; 2] = [Some(&"expected"), Some(&"printed")];
    let written = write_diff(&mut text, expected, actual, names[0], names[1], Palette::plain());
    if written.is_err() {
        text = format!("expected:\n{expected}\nprinted:\n{actual}");
    }
    text
}
