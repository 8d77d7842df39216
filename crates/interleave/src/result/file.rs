//! A search result as a file: `recorded/schedules.json`, from which a page shows it.
//!
//! The file stands for itself, so that a reader of it needs neither this crate nor a search. Counts
//! are text, since JavaScript's numbers end too soon.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fmt, fs, io};

use serde::{Deserialize, Serialize};

use super::draw::counted;
use super::{Kind, Move, Node, Schedules, Stopped};
use crate::fault::Line;

/// What the file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The program's name.
    pub program: String,
    /// The hash of the code that was searched, as whoever records it gave it.
    pub code: Option<String>,
    /// How many states there are.
    pub states: usize,
    /// How many schedules; none where the program can go in circles.
    pub schedules: Option<String>,
    /// `"states"` or `"time"` where the search stopped short.
    pub stopped: Option<String>,
    /// The threads that take steps.
    pub threads: Vec<String>,
    /// The lines of the program on which these steps stand.
    pub lines: Vec<FileLine>,
    /// The shared objects.
    pub shared: Vec<String>,
    /// The ways in which it can end.
    pub outcomes: Vec<FileOutcome>,
    /// A circle that it can stay in for ever.
    pub livelock: Option<FileCycle>,
    /// All its states, the first one first; none where there are too many to show.
    pub graph: Option<Vec<FileNode>>,
}

/// A line of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLine {
    /// Its number, from one.
    pub at: u32,
    /// Its text, without the blanks around it.
    pub text: String,
}

/// One of the ways in which it can end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOutcome {
    /// In words.
    pub text: String,
    /// `"finished"`, `"deadlock"` or `"panic"`.
    pub kind: String,
    /// How many schedules end so; none where the program can go in circles.
    pub schedules: Option<String>,
    /// A shortest schedule that does: for each step its thread.
    pub witness: Vec<usize>,
    /// For each of its steps its line, as an index into `lines`.
    pub at: Vec<Option<usize>>,
    /// For each of its steps what it does, where there is no graph that says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub does: Vec<String>,
}

/// A circle that the program can stay in for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCycle {
    /// The threads that move in it.
    pub threads: Vec<usize>,
    /// How many states it has.
    pub states: usize,
    /// A shortest way into it: for each step its thread.
    pub witness: Vec<usize>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileNode {
    /// The shared values.
    pub v: Vec<String>,
    /// The lines said so far.
    pub out: Vec<String>,
    /// Which thread leads to which state.
    pub next: BTreeMap<usize, usize>,
    /// For each thread the line of its next step, as an index into `lines`.
    pub at: Vec<Option<usize>>,
    /// For each thread what it does next; none where it has finished or was not spawned yet.
    pub does: Vec<Option<String>>,
    /// The outcome that this is.
    pub end: Option<usize>,
    /// The outcomes that can still come of it.
    pub reach: Vec<usize>,
}

impl Schedules {
    /// The result as the file says it; `code` is the hash of the code that was searched.
    #[must_use]
    pub fn file(&self, code: Option<String>) -> File {
        let place = |line: &Option<Line>| {
            let line = line.as_ref()?;
            self.lines.keys().position(|known| known == line)
        };
        let threads = |moves: &[Move]| moves.iter().map(|step| step.thread).collect();
        let outcome = |one: &super::Outcome| FileOutcome {
            text: one.text.clone(),
            kind: one.kind.word().to_owned(),
            schedules: one.schedules.map(plain),
            witness: threads(&one.witness),
            at: one.witness.iter().map(|step| place(&step.at)).collect(),
            does: match self.graph {
                Some(_) => Vec::new(),
                None => one.witness.iter().map(|step| step.what.to_owned()).collect(),
            },
        };
        let node = |node: &Node| FileNode {
            v: node.values.clone(),
            out: node.said.clone(),
            next: node.next.clone(),
            at: node.next_step.iter().map(|step| place(&step.as_ref()?.1)).collect(),
            does: node.next_step.iter().map(|step| Some(step.as_ref()?.0.to_owned())).collect(),
            end: node.end,
            reach: node.reach.clone(),
        };
        let line =
            |(line, text): (&Line, &String)| FileLine { at: line.number, text: text.clone() };
        File {
            program: self.program.clone(),
            code,
            states: self.states,
            schedules: self.schedules.map(plain),
            stopped: self.stopped.map(|stopped| stopped.word().to_owned()),
            threads: self.threads.clone(),
            lines: self.lines.iter().map(line).collect(),
            shared: self.shared.clone(),
            outcomes: self.outcomes.iter().map(outcome).collect(),
            livelock: self.livelock.as_ref().map(|cycle| FileCycle {
                threads: cycle.threads.clone(),
                states: cycle.states,
                witness: threads(&cycle.witness),
            }),
            graph: self.graph.as_ref().map(|nodes| nodes.iter().map(node).collect()),
        }
    }
}

impl File {
    /// Its text: JSON with a line an outcome and a line a state, so that a change shows as one.
    #[must_use]
    pub fn to_text(&self) -> String {
        let outcomes = rows(&self.outcomes);
        let graph = self.graph.as_ref().map_or_else(|| "null".to_owned(), |graph| rows(graph));
        format!(
            "{{\"program\":{},\"code\":{},\n\"states\":{},\"schedules\":{},\"stopped\":{},\n\
             \"threads\":{},\n\"lines\":{},\n\"shared\":{},\n\"outcomes\":{outcomes},\n\
             \"livelock\":{},\n\"graph\":{graph}}}\n",
            json(&self.program),
            json(&self.code),
            self.states,
            json(&self.schedules),
            json(&self.stopped),
            json(&self.threads),
            rows(&self.lines),
            json(&self.shared),
            json(&self.livelock),
        )
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or is no search result.
    pub fn read(path: &Path) -> Result<File, ReadError> {
        let failed = |reason: String| ReadError { path: path.display().to_string(), reason };
        let text = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
        serde_json::from_str(&text).map_err(|error| failed(error.to_string()))
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        fs::write(path, self.to_text())
    }
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    path: String,
    reason: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for ReadError {}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::Finished => "finished",
            Kind::Deadlock => "deadlock",
            Kind::Panic => "panic",
        }
    }
}

impl Stopped {
    fn word(self) -> &'static str {
        match self {
            Stopped::States => "states",
            Stopped::Time => "time",
        }
    }
}

/// A count, as digits where it is one.
fn plain(count: u128) -> String {
    if count == u128::MAX { counted(count) } else { count.to_string() }
}

/// A list with a line an entry.
fn rows<T: Serialize>(entries: &[T]) -> String {
    let rows: Vec<_> = entries.iter().map(json).collect();
    format!("[\n{}]", rows.join(",\n"))
}

/// Names, numbers and lists of them: nothing that JSON could refuse.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
