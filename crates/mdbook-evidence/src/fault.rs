//! What is wrong with the book: where, what, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing that is wrong, at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, seen from the book's root: `book/concurrency/kitchen.md`.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// What happened and what to do next.
    pub message: String,
}

impl Fault {
    /// A fault in `file` at `line`.
    pub fn new(file: &Path, line: usize, message: impl Into<String>) -> Self {
        Fault { file: file.to_path_buf(), line, message: message.into() }
    }
}

impl fmt::Display for Fault {
    /// `file:line: message`, the form that editors and terminals turn into a link.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A path of this book reads the same on every system.
        let file = self.file.to_string_lossy().replace('\\', "/");
        write!(f, "{file}:{}: {}", self.line, self.message)
    }
}

/// All that is wrong, in the order of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// Adds one.
    pub fn push(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Adds all of another report.
    pub fn extend(&mut self, more: Faults) {
        self.0.extend(more.0);
    }

    /// `Ok` where nothing is wrong.
    ///
    /// # Errors
    ///
    /// The report itself, where anything is.
    pub fn or_else_ok(self) -> Result<(), Faults> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
