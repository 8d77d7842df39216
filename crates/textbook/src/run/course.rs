//! What rustlings remembers of the exercises, for the pages that show it.

use std::fs;
use std::path::Path;

use mdbook_evidence::EXERCISES;
use serde::{Deserialize, Serialize};

/// What a page asks for: nothing in particular.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {}

/// What is done.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Course {
    /// The exercise that the reader is at.
    current: Option<String>,
    done: Vec<String>,
}

/// Reads rustlings' own file; nobody has started where there is none.
pub(super) fn read(root: &Path) -> Course {
    let file = root.join(EXERCISES).join(".rustlings-state.txt");
    parse(&fs::read_to_string(file).unwrap_or_default())
}

/// The file has a comment, an empty line, the current exercise, an empty line, and what is done.
fn parse(text: &str) -> Course {
    let mut lines = text.lines().skip(2).map(str::to_owned);
    let current = lines.next().filter(|name| !name.is_empty());
    Course { current, done: lines.skip(1).take_while(|name| !name.is_empty()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_rustlings_is_read() {
        let course = |current: Option<&str>, done: &[&str]| Course {
            current: current.map(str::to_owned),
            done: done.iter().map(|&name| name.to_owned()).collect(),
        };
        assert_eq!(parse(""), course(None, &[]));
        assert_eq!(parse("DON'T EDIT THIS FILE!\n\na2\n"), course(Some("a2"), &[]));
        let two = "DON'T EDIT THIS FILE!\n\na2\n\na1\na3";
        assert_eq!(parse(two), course(Some("a2"), &["a1", "a3"]));
    }
}
