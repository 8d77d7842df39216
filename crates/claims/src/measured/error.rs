//! Why a measurement could not be read, and what to type next.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::VERSION;

/// Why a measurement could not be read.
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
    /// The file ends too early.
    Truncated {
        /// Which file.
        path: PathBuf,
    },
    /// A later version of this crate wrote it.
    Newer {
        /// Which file.
        path: PathBuf,
        /// The version it states.
        version: u64,
    },
    /// The file is no measurement, or one that somebody changed by hand until it was none.
    Foreign {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match self {
            ReadError::Unreadable { path, source } => {
                write!(f, "failed to read {}: {source}", path.display())?;
                path
            }
            ReadError::Truncated { path } => {
                write!(f, "{} ends too early", path.display())?;
                path
            }
            ReadError::Newer { path, version } => {
                let shown = path.display();
                write!(f, "{shown} has version {version}, newer than {VERSION}")?;
                path
            }
            ReadError::Foreign { path, reason } => {
                write!(f, "{} is not a measurement: {reason}", path.display())?;
                path
            }
        };
        write!(f, "; measure it again: cargo run -- measure {}", example(path))
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

/// The example a measurement belongs to, by its place `NAME/recorded/measured.json` or
/// `measured/NAME/measured.json`.
fn example(path: &Path) -> &str {
    let folder = path.parent();
    let above = folder.and_then(Path::parent);
    let folder = match (folder, above) {
        (Some(folder), _) if folder.ends_with("recorded") => above,
        (_, Some(above)) if above.ends_with("measured") => folder,
        _ => None,
    };
    folder.and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or("NAME")
}
