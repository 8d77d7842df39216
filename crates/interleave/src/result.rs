//! What a search has found.

use std::collections::BTreeMap;

use crate::fault::Line;

pub(crate) mod collect;
mod count;
mod draw;
pub mod file;
mod graph;
mod livelock;
mod lost;
mod publish;
mod source;

/// All that a search has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedules {
    pub(crate) program: String,
    pub(crate) states: usize,
    pub(crate) schedules: Option<u128>,
    pub(crate) stopped: Option<Stopped>,
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) livelock: Option<Cycle>,
    pub(crate) threads: Vec<String>,
    pub(crate) shared: Vec<String>,
    /// The lines that steps stand on, with their text where the source is at hand.
    pub(crate) lines: BTreeMap<Line, String>,
    pub(crate) graph: Option<Vec<Node>>,
}

/// Why a search stopped short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// There are more states than it was to look at.
    States,
    /// Its time was over.
    Time,
}

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The program returned.
    Finished,
    /// Every thread that is left waits for something that cannot come.
    Deadlock,
    /// A thread panicked.
    Panic,
}

/// One of the ways in which the program can end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was said and returned; or who waits for what; or who panicked, saying what.
    pub text: String,
    /// How it ends.
    pub kind: Kind,
    /// The lines that were said.
    pub said: Vec<String>,
    /// How many schedules end so; none where the program can go in circles.
    pub schedules: Option<u128>,
    /// A shortest schedule that does.
    pub witness: Vec<Move>,
}

/// One step of a witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The thread, by its place in [`Schedules::threads`].
    pub thread: usize,
    /// What kind of step: "load", "lock".
    pub what: &'static str,
    /// On which shared objects, by their places in [`Schedules::shared`].
    pub on: Vec<usize>,
    /// Where it stands in the program.
    pub at: Option<Line>,
    /// The shared values after it.
    pub values: Vec<String>,
}

/// A circle that the program can go round for ever though every thread gets its turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The threads that move in it.
    pub threads: Vec<usize>,
    /// How many states it has.
    pub states: usize,
    /// A shortest way into it.
    pub witness: Vec<Move>,
}

/// A state, as the graph shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) values: Vec<String>,
    pub(crate) said: Vec<String>,
    /// For each thread what it is about to do, and where; none where it has finished.
    pub(crate) next_step: Vec<Option<(&'static str, Option<Line>)>>,
    /// Which thread leads where.
    pub(crate) next: BTreeMap<usize, usize>,
    pub(crate) end: Option<usize>,
    pub(crate) reach: Vec<usize>,
}

/// An outcome in words: what was said, and what was returned.
pub(crate) fn text(mut said: Vec<String>, returned: &str) -> String {
    if returned != "()" || said.is_empty() {
        said.push(returned.to_owned());
    }
    said.join(" · ")
}

impl Schedules {
    /// The program's name.
    #[must_use]
    pub fn program(&self) -> &str {
        &self.program
    }

    /// How many states the program can be in, where a choice was made or everything was over.
    #[must_use]
    pub fn states(&self) -> usize {
        self.states
    }

    /// How many schedules there are: at least so many if the search [stopped](Schedules::stopped)
    /// or the number is `u128::MAX`. None where the program can go in circles.
    #[must_use]
    pub fn schedules(&self) -> Option<u128> {
        self.schedules
    }

    /// The outcomes: by kind, then by text, numbers by size.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// Whether the search stopped short; all counts are then only lower bounds.
    #[must_use]
    pub fn stopped(&self) -> Option<Stopped> {
        self.stopped
    }

    /// A circle that the program can stay in for ever.
    #[must_use]
    pub fn livelock(&self) -> Option<&Cycle> {
        self.livelock.as_ref()
    }

    /// The threads that take steps.
    #[must_use]
    pub fn threads(&self) -> &[String] {
        &self.threads
    }

    /// The shared objects.
    #[must_use]
    pub fn shared(&self) -> &[String] {
        &self.shared
    }
}
