//! Why a benchmark's figures could not be read, and what to type next.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use super::VERSION;

/// Why a benchmark's figures could not be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// Criterion has written nothing for this id.
    Missing {
        /// Criterion's home.
        home: PathBuf,
        /// The id.
        id: String,
    },
    /// Criterion has not finished writing, or was stopped.
    HalfWritten {
        /// The file that is missing or cut.
        path: PathBuf,
    },
    /// The file is not of the shape that this version of criterion writes.
    Foreign {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The system refused.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Missing { home, id } => write!(
                f,
                "criterion has written nothing of `{id}` to {}; run it: cargo bench -- {id}",
                home.display()
            ),
            ReadError::HalfWritten { path } => write!(
                f,
                "{} is missing or cut, as a bench that was stopped leaves it; run it again",
                path.display()
            ),
            ReadError::Foreign { path, reason } => write!(
                f,
                "{} is not what criterion {VERSION} writes: {reason}; delete it and run it again",
                path.display()
            ),
            ReadError::Unreadable { path, source } => {
                write!(f, "failed to read {}: {source}", path.display())
            }
        }
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
