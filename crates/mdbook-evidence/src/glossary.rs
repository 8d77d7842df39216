//! The glossary, `book/glossary.md`: a chapter like any other, in which every heading of the third
//! level is a term.
//!
//! ```markdown
//! ### Deadlock
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
mod prose;
mod term;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

pub(crate) use link::links;
pub(crate) use term::check;

use crate::{Source, summary};
use term::Term;

/// The glossary's file, seen from the book's root.
pub(crate) const FILE: &str = "book/glossary.md";

/// The terms, and how a chapter may call them.
pub(crate) struct Glossary {
    terms: Vec<Term>,
    /// By their first letter in lower case: a form, and which term it is one of.
    forms: HashMap<char, Vec<(String, usize)>>,
}

impl Glossary {
    /// That of the book at `root`; empty in a book that has none.
    pub(crate) fn read(root: &Path) -> Glossary {
        Glossary::of(term::read(&fs::read_to_string(root.join(FILE)).unwrap_or_default()))
    }

    fn of(terms: Vec<Term>) -> Glossary {
        let mut forms: HashMap<char, Vec<(String, usize)>> = HashMap::new();
        for (i, term) in terms.iter().enumerate() {
            for form in &term.forms {
                if let Some(first) = form.chars().flat_map(char::to_lowercase).next() {
                    forms.entry(first).or_default().push((form.clone(), i));
                }
            }
        }
        Glossary { terms, forms }
    }
}

/// The terms of the glossary that no chapter uses, each with its line.
///
/// # Errors
///
/// A summary that cannot be read.
pub fn unused_terms(root: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
    let mut unused = term::read(&text);
    let mut glossary = Glossary::of(term::read(&text));
    // A chapter that defines a term uses it.
    glossary.terms.iter_mut().for_each(|term| term.home = None);
    for entry in summary::entries(root)? {
        let (path, text) = (entry.path(), entry.text(root));
        let used = link::used(&glossary, &Source { path: &path, text: &text });
        unused.retain(|term| !used.contains(&term.anchor));
    }
    let source = Source { path: Path::new(FILE), text: &text };
    let fault = |term: &Term| {
        source.fault(term.at, format!("no chapter uses the term “{}”", term.title)).to_string()
    };
    Ok(unused.iter().map(fault).collect())
}
