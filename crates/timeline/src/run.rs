//! What happened: the plain data of one run. What can be computed from it stands in
//! `measures.rs`, what must hold of it in `check.rs`.

use std::fmt;

/// What one tick of a run's time is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Virtual time, exact because it was computed; the name is only ever shown: `min`, `s`.
    Virtual(String),
    /// Nanoseconds of a real clock.
    Nanoseconds,
}

impl From<&str> for Unit {
    fn from(name: &str) -> Unit {
        if name == "ns" { Unit::Nanoseconds } else { Unit::Virtual(name.to_owned()) }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Virtual(name) => name,
            Unit::Nanoseconds => "ns",
        })
    }
}

/// One execution: its tasks, its workers, and which worker had which task when.
///
/// All times are ticks since the run's start; every interval includes its start and excludes its
/// end. The fields are public because a recorder fills them from outside; [`Run::check`] says
/// whether they fit together.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What a reader calls this run; distinguishes it from the others of its recording.
    pub title: String,
    /// What a tick is.
    pub unit: Unit,
    /// When the run was over: the makespan of a model, the wall time of a real run.
    pub end: u64,
    /// The workers' names, in order of first mention; elsewhere a worker is an index into this.
    pub workers: Vec<String>,
    /// The tasks, in order of first mention; elsewhere a task is an index into this.
    pub tasks: Vec<Task>,
    /// Which worker had which task, when. A worker has one task at a time.
    pub spans: Vec<Span>,
    /// When each worker was really executing. On a real machine a task that is on a worker may be
    /// asleep, or its thread descheduled. `None` in a model: the spans were executing the whole
    /// time. `None` in a recording: the system has no clock that could tell; see
    /// [`Run::knows_executing`].
    pub executing: Option<Vec<Slice>>,
    /// CPU time of the whole run in nanoseconds, where a CPU clock was read: this process and the
    /// children that recorded into the same run.
    pub cpu: Option<u64>,
}

/// One thing to be done. It is in progress from `start` to `end`, on a worker or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it is called; in a figure of several runs the same name gets the same colour.
    pub name: String,
    /// When it started.
    pub start: u64,
    /// When it finished; `None` if it never did, and was still in progress when the run ended.
    pub end: Option<u64>,
    /// The tasks that had to finish before this one could execute.
    pub after: Vec<usize>,
}

/// A task on a worker, from `start` to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Index into [`Run::workers`].
    pub worker: usize,
    /// Index into [`Run::tasks`].
    pub task: usize,
    /// First tick.
    pub start: u64,
    /// First tick that is no longer part of it.
    pub end: u64,
}

/// A worker executing, from `start` to `end`; on which task, its spans say. The slices of a worker
/// do not overlap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// Index into [`Run::workers`].
    pub worker: usize,
    /// First tick.
    pub start: u64,
    /// First tick that is no longer part of it.
    pub end: u64,
    /// For what share of the time that its spans cover within the slice the worker executed, above
    /// 0 and up to 1, in thousandths. 1 says it executed at every instant; less, that it executed
    /// for so much of the time and nobody knows when: that is what a CPU clock tells, read at both
    /// ends.
    pub share: f64,
}

impl Run {
    /// A run in which nothing has happened yet.
    pub fn new(title: impl Into<String>, unit: Unit) -> Run {
        Run {
            title: title.into(),
            unit,
            end: 0,
            workers: Vec::new(),
            tasks: Vec::new(),
            spans: Vec::new(),
            executing: None,
            cpu: None,
        }
    }

    /// Whether it is known when tasks were executing: always in a model, and in a recording where
    /// the system has CPU clocks. Where it is not known, R is 0 throughout and says nothing.
    pub fn knows_executing(&self) -> bool {
        self.executing.is_some() || self.unit != Unit::Nanoseconds
    }

    /// A task's name; `?` for an index that names none, so that a picture never panics.
    pub(crate) fn task_name(&self, task: usize) -> &str {
        self.tasks.get(task).map_or("?", |task| &task.name)
    }

    /// A worker's name; `?` for an index that names none.
    pub(crate) fn worker_name(&self, worker: usize) -> &str {
        self.workers.get(worker).map_or("?", |name| name)
    }

    /// When a task was in progress; one that never finished, up to the end of the run.
    pub(crate) fn in_progress_from_to(&self, task: &Task) -> (u64, u64) {
        (task.start, task.end.unwrap_or(self.end))
    }
}
