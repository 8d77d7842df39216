//! The committed recording, `recorded/timeline.json`: several runs, the passport of the machine
//! they came from, and a hash of the code that made them.
//!
//! The text is laid out for `git diff`: one line for each list of a run. It begins with its
//! version, and a run's closing brace stands on a line of its own, which is what lets the complete
//! runs of a truncated file be read.
//!
//! ```json
//! {"timeline": 1,
//! "code": "9f2c",
//! "runs": [
//! {"title": "one knife", "unit": "min", "end": 8,
//! "workers": ["cook"],
//! "tasks": [["onions",0,4,[]],["cucumbers",4,8,[]]],
//! "spans": [[0,0,0,4],[0,1,4,8]]
//! }
//! ]}
//! ```
//!
//! A task is `[name, start, end or null, after]`, a span `[worker, task, start, end]`, an
//! executing slice `[worker, start, end]`, or `[worker, start, end, share]` where the share of the
//! time is not 1.

mod error;
mod read;
mod write;

use std::fs;
use std::io;
use std::path::Path;

pub use error::ReadError;
use serde_json::Value;

use crate::run::Run;

/// The version this crate writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// What a recording file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recording {
    /// The runs, in the order in which the program finished them.
    pub runs: Vec<Run>,
    /// The machine, the day and the tools, as whoever recorded it wrote them down.
    pub passport: Option<Value>,
    /// A hash of the code whose runs these are.
    pub code: Option<String>,
}

impl Recording {
    /// Reads a recording.
    ///
    /// # Errors
    ///
    /// [`ReadError`]; that of a truncated file holds the runs that are complete.
    pub fn read(path: &Path) -> Result<Recording, ReadError> {
        match fs::read_to_string(path) {
            Ok(text) => Recording::parse(&text, path),
            Err(source) => Err(ReadError::Unreadable { path: path.to_owned(), source }),
        }
    }

    /// Reads a recording's text; the path only says in an error where it came from.
    ///
    /// # Errors
    ///
    /// As [`Recording::read`].
    pub fn parse(text: &str, path: &Path) -> Result<Recording, ReadError> {
        let recording = read::parse(text, path)?;
        for run in &recording.runs {
            if let Err(fault) = run.check() {
                let (path, title) = (path.to_owned(), run.title.clone());
                return Err(ReadError::Faulty { path, title, fault });
            }
        }
        Ok(recording)
    }

    /// The recording as the text of a file.
    pub fn to_text(&self) -> String {
        write::of(self)
    }

    /// Writes the recording so that a reader sees the old file or the new one, never half of one:
    /// into a temporary file beside it, then renamed.
    ///
    /// # Errors
    ///
    /// Those of the file system; the temporary file does not stay behind.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        replace(path, &self.to_text())
    }
}

/// Writes a file so that a reader sees the old one or the new one, never half of one.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = fs::write(&temporary, text);
    let renamed = written.and_then(|()| fs::rename(&temporary, path));
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed
}
