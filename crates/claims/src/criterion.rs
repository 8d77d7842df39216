//! What criterion leaves behind, read: the only module that knows criterion's files.
//!
//! Their form is private to criterion and was taken from the source of version 0.8.2
//! (`src/report.rs`, `src/estimate.rs`, `src/analysis/mod.rs`); the golden files of the tests were
//! written by it. A benchmark has a directory under criterion's home
//! (`CRITERION_HOME`, or `target/criterion`), whose `new/` holds its last measurement:
//! `estimates.json`, the figures, and `benchmark.json`, written last, with the id. Times are
//! nanoseconds, as long as the benchmark measures wall time, which is criterion's default.
//!
//! Criterion does not say when a measurement was made: who wants a fresh one gives every process a
//! home of its own, as [`estimate`] then finds no other.

mod directory;
mod error;
mod shape;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use directory::directories;
pub use error::ReadError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shape::{Benchmark, Estimates};

/// The version of criterion whose files are understood.
pub const VERSION: &str = "0.8";

/// How long one iteration of a benchmark takes, in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// The median of the samples; their mean where there is no median.
    pub median_ns: f64,
    /// The lower end of the median's 95 % interval.
    pub low_ns: f64,
    /// The upper end of the median's 95 % interval.
    pub high_ns: f64,
}

impl Estimate {
    /// Whether the three are times, in order.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let Estimate { median_ns, low_ns, high_ns } = *self;
        0.0 < low_ns && low_ns <= median_ns && median_ns <= high_ns && high_ns.is_finite()
    }
}

/// Reads the last measurement of the benchmark `id`, as criterion prints the id:
/// `sum/scoped-2`, with `home` the folder that criterion wrote to.
///
/// # Errors
///
/// [`ReadError`]: the benchmark has not run, was interrupted while it wrote, or another version of
/// criterion wrote.
pub fn estimate(home: &Path, id: &str) -> Result<Estimate, ReadError> {
    let mut unfinished = None;
    for directory in directories(id) {
        let folder = home.join(directory).join("new");
        // Criterion writes this file last: where it is missing, the run did not come to its end.
        let path = folder.join("benchmark.json");
        let Some(benchmark) = read::<Benchmark>(&path)? else {
            if folder.is_dir() {
                unfinished.get_or_insert(folder);
            }
            continue;
        };
        // Two ids may wish for the same directory, so it is the file that decides.
        if benchmark.full_id != id {
            continue;
        }
        let path = folder.join("estimates.json");
        let Some(estimates) = read::<Estimates>(&path)? else {
            return Err(ReadError::HalfWritten { path });
        };
        return estimates
            .typical()
            .map_err(|reason| ReadError::Foreign { path, reason: reason.to_owned() });
    }
    match unfinished {
        Some(folder) => Err(ReadError::HalfWritten { path: folder.join("benchmark.json") }),
        None => Err(ReadError::Missing { home: home.to_owned(), id: id.to_owned() }),
    }
}

/// A JSON file of a known shape; nothing where there is no such file.
fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, ReadError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(source) => return Err(ReadError::Unreadable { path: path.to_owned(), source }),
    };
    match serde_json::from_str(&text) {
        Ok(value) => Ok(Some(value)),
        // Criterion writes in place, so a reader may come too early.
        Err(error) if error.is_eof() => Err(ReadError::HalfWritten { path: path.to_owned() }),
        Err(error) => Err(ReadError::Foreign { path: path.to_owned(), reason: error.to_string() }),
    }
}
