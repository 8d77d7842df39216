//! What is wrong with a file: where, and what to do about it.

use std::collections::BTreeMap;
use std::fmt;

use crate::claim::Claim;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

/// All that is wrong with a file, in the order of its lines; never empty where it is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            let newline = if i > 0 { "\n" } else { "" };
            write!(f, "{newline}line {}: {}", fault.line, fault.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// Gathers faults by their place in a text, and remembers which ids it has seen.
#[derive(Debug)]
pub(super) struct Report<'t> {
    text: &'t str,
    faults: Vec<Fault>,
    ids: BTreeMap<String, usize>,
}

impl<'t> Report<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Report { text, faults: Vec::new(), ids: BTreeMap::new() }
    }

    /// The line of a place in the text, counted from 1; the place is a number of bytes.
    pub(super) fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        1 + before.filter(|&&byte| byte == b'\n').count()
    }

    /// Adds a fault at a place in the text.
    pub(super) fn push(&mut self, at: usize, message: impl Into<String>) {
        let line = self.line(at);
        self.faults.push(Fault { line, message: message.into() });
    }

    /// Notes that an id is used at a place; a second use is a fault.
    pub(super) fn id(&mut self, id: &str, at: usize) {
        let line = self.line(at);
        match self.ids.get(id) {
            Some(first) => {
                let message = format!("the id `{id}` is taken by the claim of line {first}");
                self.faults.push(Fault { line, message });
            }
            None => {
                self.ids.insert(id.to_owned(), line);
            }
        }
    }

    /// The claims, where nothing was wrong.
    pub(super) fn into_result(mut self, claims: Vec<Claim>) -> Result<Vec<Claim>, Faults> {
        if self.faults.is_empty() {
            return Ok(claims);
        }
        self.faults.sort();
        Err(Faults(self.faults))
    }
}
