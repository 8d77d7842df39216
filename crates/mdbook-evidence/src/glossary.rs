//! The glossary, `book/glossary.md`: a chapter like any other, in which every heading is a term.
//!
//! ```markdown
//! ## Deadlock
//!
//! <!-- also: deadlocked -->
//!
//! Several tasks wait for one another, and none can go on. Found in
//! [a job that waits for a job](parallelism/scheduling.md#a-job-that-waits-for-a-job).
//! ```
//!
//! In every other chapter the first occurrence of a term, or of one of its other forms, becomes a
//! link to it, with the term's first sentence as title. The first link of a term leads to where the
//! book defines it; that chapter links only what comes before that section.

mod link;
mod term;

use std::fs;
use std::path::Path;

pub(crate) use link::links;
pub(crate) use term::check;

use crate::{Source, summary};
use term::Term;

/// The glossary's file, seen from the book's root.
pub(crate) const FILE: &str = "book/glossary.md";

/// Every term of the glossary; none in a book that has no glossary.
fn terms(root: &Path) -> Vec<Term> {
    term::read(&fs::read_to_string(root.join(FILE)).unwrap_or_default())
}

/// The terms of the glossary that no chapter uses, each with its line.
///
/// # Errors
///
/// A summary that cannot be read.
pub fn unused_terms(root: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
    let mut unused = term::read(&text);
    for entry in summary::entries(root)? {
        let (path, text) = (entry.path(), entry.text(root));
        let used = link::used(root, &Source { path: &path, text: &text });
        unused.retain(|term| !used.contains(&term.anchor));
    }
    let source = Source { path: Path::new(FILE), text: &text };
    let fault = |term: &Term| {
        source.fault(term.at, format!("no chapter uses the term “{}”", term.title)).to_string()
    };
    Ok(unused.iter().map(fault).collect())
}
