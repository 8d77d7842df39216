//! `claims.toml`, the sentences with figures that an example's chapter may use.
//!
//! ```toml
//! [[claim]]
//! id = "two-threads"
//! says = "Two threads sum a slice in half the time"
//! kind = "ratio"                     # exact | certificate | model | ratio
//! bench = { baseline = "sum/sequential", contender = "sum/scoped-2" }
//! at_least_times_e = 0.85            # or at_least, or at_most: exactly one
//! needs_e = 1.5                      # may be left out: the claim then holds everywhere
//! work = "integer"                   # integer (unless told) | float | memory
//! workers = 2                        # 2 unless told
//!
//! [[claim]]
//! id = "walking-away"
//! says = "One cook who walks away is done after this many minutes"
//! kind = "exact"
//! test = "four-pies prints what it must, in Rust"
//! prints = "14 min"                  # required where the sentence has digits of its own
//!
//! [[claim]]
//! id = "two-at-once"
//! says = "In so many rounds, neither thread saw the other's flag"
//! kind = "certificate"
//! witness = "on two cores neither saw a flag: [..] of 4000 rounds"   # a line of `expected.txt`
//! ```
//!
//! Everything that is wrong with a file is reported at once, each fault with its line.

mod build;
mod faults;
mod fields;
mod prints;
mod suggest;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use faults::{Fault, Faults};
pub use prints::check_prints;
use toml::de::{DeTable, DeValue};

use crate::claim::Claim;
use faults::Report;

/// Why there are no claims to be had from a file.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// It is missing, not text, or the system refused.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It says what no claim may say.
    Faulty {
        /// Which file.
        path: PathBuf,
        /// All that is wrong with it.
        faults: Faults,
    },
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ReadError::Unreadable { path, source } => {
                write!(f, "failed to read {}: {source}", path.display())
            }
            ReadError::Faulty { path, faults } => {
                for (i, fault) in faults.0.iter().enumerate() {
                    let newline = if i > 0 { "\n" } else { "" };
                    write!(f, "{newline}{}:{}: {}", path.display(), fault.line, fault.message)?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::Unreadable { source, .. } => Some(source),
            ReadError::Faulty { .. } => None,
        }
    }
}

/// Reads a `claims.toml`; the claims in its order.
///
/// # Errors
///
/// A file that cannot be read, or all faults of one that can.
pub fn read(path: &Path) -> Result<Vec<Claim>, ReadError> {
    let text = fs::read_to_string(path)
        .map_err(|source| ReadError::Unreadable { path: path.to_owned(), source })?;
    parse(&text).map_err(|faults| ReadError::Faulty { path: path.to_owned(), faults })
}

/// Reads the text of a `claims.toml`; the claims in its order.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of its lines.
pub fn parse(text: &str) -> Result<Vec<Claim>, Faults> {
    let mut report = Report::new(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        // What is guessed behind a syntax error would only add faults that are none.
        for error in errors {
            report.push(error.span().map_or(0, |span| span.start), error.message().trim_end());
        }
        return report.into_result(Vec::new());
    }
    let mut claims: Vec<Claim> = Vec::new();
    for (key, value) in table.get_ref() {
        match value.get_ref() {
            DeValue::Array(entries) if key.get_ref() == "claim" => {
                for entry in entries {
                    claims.extend(build::claim(entry, &mut report));
                }
            }
            _ if key.get_ref() == "claim" => {
                report.push(key.span().start, "claims are written as `[[claim]]`");
            }
            _ => {
                let known = suggest::among(key.get_ref(), &["claim"]);
                report.push(key.span().start, format!("there is no `{}`{known}", key.get_ref()));
            }
        }
    }
    report.into_result(claims)
}
