//! Why a search has no answer.

use std::fmt;
use std::panic::Location;

/// A line of a program.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Line {
    /// The file, as the compiler names it.
    pub file: String,
    /// The line's number, from one.
    pub number: u32,
}

impl From<&Location<'_>> for Line {
    fn from(location: &Location<'_>) -> Line {
        Line { file: location.file().to_owned(), number: location.line() }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of {}", self.number, self.file)
    }
}

/// Why a search has no answer: the program is none that can be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// A thread did something else than it did in the same place before, though it had seen the
    /// same.
    NotDeterministic {
        /// Its name.
        thread: String,
    },
    /// A thread did not come to its next step in time.
    Stuck {
        /// Its name.
        thread: String,
        /// The line of the last step it took, if it has taken one.
        after: Option<Line>,
    },
    /// A real run ended in a way that the search has not found.
    NotFound {
        /// How it ended.
        outcome: String,
    },
    /// The search itself failed; that is a fault of this crate.
    Failed {
        /// What it said.
        message: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NotDeterministic { thread } => write!(
                f,
                "thread `{thread}` is not deterministic: it uses something that this search cannot \
                 see (std's own atomics or locks, a clock, a random number); use interleave's types"
            ),
            Fault::Stuck { thread, after } => {
                write!(f, "thread `{thread}` does not come to its next step")?;
                if let Some(after) = after {
                    write!(f, " after {after}")?;
                }
                write!(f, ": it sleeps, or loops for ever; a loop that waits belongs in `until`")
            }
            Fault::NotFound { outcome } => {
                write!(
                    f,
                    "a real run ended with an outcome that the search has not found: {outcome}"
                )
            }
            Fault::Failed { message } => write!(f, "the search failed: {message}"),
        }
    }
}

impl std::error::Error for Fault {}
