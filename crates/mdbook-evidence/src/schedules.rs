//! `{{#schedules NAME caption}}`: every schedule of an example's program, and the file it is read from.
//!
//! `recorded/schedules.json` is written by a run of the example, which searches through all
//! schedules. Nothing is searched here. But whatever in the file follows from the rest of it is
//! computed again each time it is read ([`Schedules::check`]), so a page never shows a count or a
//! witness that its own graph refutes.

mod check;
mod data;
mod graph;
mod page;
mod strip;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Example;
pub(crate) use page::{counted, grouped, html};

/// What a search found out about a program.
#[derive(Clone, Debug, Deserialize)]
pub struct Schedules {
    /// The hash of the code that was searched.
    pub code: Option<String>,
    /// How many states the program can be in.
    pub states: usize,
    /// How many schedules there are, in decimal; nothing where there is no end of them.
    pub schedules: Option<String>,
    /// Why the search ended early, where it did: then every count is a lower bound.
    pub stopped: Option<serde_json::Value>,
    /// The threads' names; everything else calls a thread by its place here.
    pub threads: Vec<String>,
    /// The lines of the program in which a step is taken.
    pub lines: Vec<Line>,
    /// The names of the shared values.
    pub shared: Vec<String>,
    /// What can come out.
    pub outcomes: Vec<Outcome>,
    /// Threads that keep each other busy for ever, where some can.
    pub livelock: Option<serde_json::Value>,
    /// All states, the start first; nothing where there are too many to show.
    pub graph: Option<Vec<Node>>,
}

/// A line of the program.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// Its number.
    pub at: usize,
    /// Its text, trimmed.
    pub text: String,
}

/// Something that can come out, and one schedule that proves it.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// What came out, in words or as it was printed.
    pub text: String,
    /// How it ended.
    pub kind: Kind,
    /// How many schedules end so, in decimal; nothing where there is no end of them.
    pub schedules: Option<String>,
    /// The threads in the order of their steps; no schedule that ends so is shorter.
    pub witness: Vec<usize>,
    /// What each of these steps does, where there is no graph that says so.
    #[serde(default)]
    pub does: Vec<String>,
}

/// How a schedule ends.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Every thread came to its end.
    Finished,
    /// Somebody is unfinished, and nobody can move.
    Deadlock,
    /// A thread panicked.
    Panic,
}

impl Kind {
    /// The word for it, which a chapter may use for any outcome of the kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Finished => "finished",
            Kind::Deadlock => "deadlock",
            Kind::Panic => "panic",
        }
    }
}

/// A state of the program.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    /// The shared values, as text.
    pub v: Vec<String>,
    /// What has been printed so far.
    pub out: Vec<String>,
    /// The state after the next step of a thread; a thread that cannot move is missing.
    pub next: BTreeMap<usize, usize>,
    /// The line of each thread's next step, as a place in [`Schedules::lines`]; not every step is
    /// taken in a line of the program.
    pub at: Vec<Option<usize>>,
    /// What each thread's next step does: `load`, `store`, `lock`; nothing where it is finished, or
    /// not spawned yet.
    pub does: Vec<Option<String>>,
    /// The outcome, where this is the end.
    pub end: Option<usize>,
    /// The outcomes that can still come out.
    pub reach: Vec<usize>,
}

impl Schedules {
    /// What was searched of an example, or why it cannot be shown.
    ///
    /// # Errors
    ///
    /// There is no such file, or it contradicts itself; with what to type.
    pub fn of(example: &Example) -> Result<Schedules, String> {
        let again = format!("type `cargo run -- record {}` to search again", example.name);
        let file = "recorded/schedules.json";
        let text = example.read(file).map_err(|error| format!("{error}; {again}"))?;
        Schedules::parse(&text)
            .map_err(|error| format!("{}: {error}; {again}", example.shown(file)))
    }

    /// Reads the file's text and holds it to itself.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Schedules, String> {
        let mut schedules: Schedules =
            serde_json::from_str(text).map_err(|error| error.to_string())?;
        schedules.check()?;
        // A part of a graph would call possible what it has not seen impossible.
        schedules.graph = schedules.graph.filter(|_| schedules.stopped.is_none());
        Ok(schedules)
    }

    /// The outcomes that a chapter means by `text`: what came out, or `deadlock`, `panic`.
    pub(crate) fn outcomes_of(&self, text: &str) -> Vec<&Outcome> {
        let wanted = words(text);
        let fits = |outcome: &&Outcome| {
            words(&outcome.text) == wanted
                || (outcome.kind != Kind::Finished && outcome.kind.word() == wanted)
        };
        self.outcomes.iter().filter(fits).collect()
    }
}

/// A text with every run of white space as one space.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
