//! Why a recording could not be read, and what to type next.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Recording, VERSION};

/// Why a recording could not be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The file is missing, not text, or the system refused.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is no recording.
    Foreign {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A later version of this crate wrote it.
    Newer {
        /// Which file.
        path: PathBuf,
        /// The version it states.
        version: u64,
    },
    /// The file ends too early.
    Truncated {
        /// Which file.
        path: PathBuf,
        /// What is complete: the passport, the code's hash, and every run before the cut.
        complete: Box<Recording>,
    },
    /// A run contradicts itself.
    Faulty {
        /// Which file.
        path: PathBuf,
        /// The run's title.
        title: String,
        /// What does not fit, from [`Run::check`](crate::Run::check).
        fault: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match self {
            ReadError::Unreadable { path, source } => {
                write!(f, "failed to read {}: {source}", path.display())?;
                path
            }
            ReadError::Foreign { path, reason } => {
                write!(f, "{} is not a recording: {reason}", path.display())?;
                path
            }
            ReadError::Newer { path, version } => {
                let path_shown = path.display();
                write!(f, "{path_shown} has version {version}, newer than {VERSION}")?;
                path
            }
            ReadError::Truncated { path, complete } => {
                let (path_shown, runs) = (path.display(), complete.runs.len());
                write!(f, "{path_shown} ends too early (complete runs: {runs})")?;
                path
            }
            ReadError::Faulty { path, title, fault } => {
                write!(f, "run `{title}` in {} contradicts itself: {fault}", path.display())?;
                path
            }
        };
        write!(f, "; record it again: cargo run -- record {}", example(path))
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ReadError::Unreadable { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// The example a recording belongs to, by its place `NAME/recorded/timeline.json`.
fn example(path: &Path) -> &str {
    let folder = path.parent().filter(|folder| folder.ends_with("recorded"));
    let name = folder.and_then(Path::parent).and_then(Path::file_name);
    name.and_then(|name| name.to_str()).unwrap_or("NAME")
}
