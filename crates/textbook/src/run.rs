//! "Run it here": what a page may have done on the reader's own cores.
//!
//! ```text
//! page ── POST, with the key ──> routes ── one thread ──> cargo, then the program, within limits
//!   ^                                        │
//!   └────── events, a line of JSON each ─────┘   the page goes away: everything is killed
//! ```
//!
//! One thing is done at a time: two runs would spoil each other's timing. Readers are told the
//! truth about edited blocks: these run with their own rights. All of this protects them from other
//! pages, and from a loop that never ends, not from themselves.

mod block;
mod built;
mod cargo;
mod course;
mod event;
mod example;
mod execute;
mod measure;
pub(crate) mod routes;
mod turn;

use child::Holder;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use turn::Turns;

/// What the routes need to know. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Runner(Arc<Kitchen>);

#[derive(Debug)]
struct Kitchen {
    /// Where the book and its workspace are.
    root: PathBuf,
    /// This program, which `measure` starts once more, and which holds what is started.
    program: Holder,
    turns: Turns,
    /// What cargo has built for this server.
    built: built::Built,
    /// How a block is compiled: found out by the first one, for that takes cargo a while.
    compiler: Mutex<Option<block::Compiler>>,
}

impl Runner {
    /// Runs what belongs to the book in `root`; `program` is the textbook's own.
    #[must_use]
    pub fn new(root: PathBuf, program: PathBuf) -> Self {
        let (turns, built, compiler) = Default::default();
        Self(Arc::new(Kitchen { root, program: Holder(program), turns, built, compiler }))
    }

    /// Whether something is being run, so that whoever could wait does.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.0.turns.current().is_some()
    }
}
