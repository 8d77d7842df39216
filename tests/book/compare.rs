//! What was printed against what was expected.

use libtest_mimic::Trial;
use snapbox::filter::{Filter, FilterNewlines, NormalizeToExpected};
use snapbox::report::{Palette, write_diff};
use snapbox::{Data, IntoData};

/// The comparison itself: it must be able to fail.
pub(crate) fn trials() -> Vec<Trial> {
    let table = [
        ("a\nb\n", "a\nb\n", false, true),
        ("a\nb\n", "a\nb", false, true),
        ("a\nb\n", "b\na\n", false, false),
        ("a\nb\n", "b\na\n", true, true),
        ("a\nb\n", "b\nb\n", true, false),
        ("took [..] ms\n", "took 12 ms\n", false, true),
        ("took [..] ms\n", "took 12 s\n", false, false),
        ("a\n...\nd\n", "a\nb\nc\nd\n", false, true),
        ("a\n...\nd\n", "a\nb\nc\n", false, false),
        ("a\n", "a\nb\n", false, false),
    ];
    let check = move || {
        for (expected, actual, unordered, same) in table {
            if compare(expected, actual, unordered).is_ok() != same {
                return Err(format!("{expected:?} and {actual:?}, unordered: {unordered}").into());
            }
        }
        Ok(())
    };
    vec![Trial::test("what differs is told from what does not", check)]
}

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
