//! A run computed in virtual time: what an example writes down, line by line.

use std::ops::Range;

use crate::publish::publish;
use crate::run::{Run, Span, Task, Unit};

/// Builds a [`Run`] in virtual time.
///
/// Workers and tasks come into being at their first mention, in that order. A contradiction, such
/// as a worker with two tasks at once, is a bug of the example: every method panics and says so,
/// at the line that wrote it.
#[derive(Debug, Clone)]
pub struct Model {
    /// Title, unit, workers and spans; the tasks are still drafts.
    run: Run,
    tasks: Vec<Draft>,
}

/// A task of which not all is known yet.
#[derive(Debug, Clone)]
struct Draft {
    name: String,
    started: Option<u64>,
    finished: Option<u64>,
    /// Still in progress when the run ends.
    unfinished: bool,
    after: Vec<usize>,
}

impl Model {
    /// A model in which nothing has happened yet. The unit is the name of a tick: `min`, `s`.
    ///
    /// # Panics
    ///
    /// For `ns`, which is real time: that is recorded, not computed.
    #[track_caller]
    pub fn new(title: &str, unit: &str) -> Model {
        let unit = Unit::from(unit);
        assert!(unit != Unit::Nanoseconds, "a model has virtual time: call its unit `min` or `s`");
        Model { run: Run::new(title, unit), tasks: Vec::new() }
    }

    /// The worker has the task in hand, and is executing it, in this range of ticks.
    ///
    /// # Panics
    ///
    /// If the range is empty or backwards, if the worker has another task then, or if another
    /// worker has this one.
    #[track_caller]
    pub fn work(&mut self, worker: &str, task: &str, when: Range<u64>) -> &mut Model {
        let Range { start, end } = when;
        assert!(
            start < end,
            "`{worker}` works on `{task}` in {start}..{end}: no time passes there"
        );
        let known = self.run.workers.iter().position(|name| name == worker);
        let index = known.unwrap_or(self.run.workers.len());
        let span = Span { worker: index, task: self.task(task), start, end };
        for other in self.run.spans.iter().filter(|other| start < other.end && other.start < end) {
            let (from, to) = (other.start, other.end);
            if other.worker == span.worker {
                let name = &self.tasks[other.task].name;
                panic!(
                    "`{worker}` cannot work on `{task}` in {start}..{end}: \
                     it has `{name}` in {from}..{to}"
                );
            }
            if other.task == span.task {
                let name = &self.run.workers[other.worker];
                panic!(
                    "`{worker}` cannot work on `{task}` in {start}..{end}: `{name}` has it in \
                     {from}..{to}; work that two share is two tasks"
                );
            }
        }
        if known.is_none() {
            self.run.workers.push(worker.to_owned());
        }
        self.run.spans.push(span);
        self
    }

    /// The task is in progress from this tick on, earlier than its first span.
    pub fn started(&mut self, task: &str, at: u64) -> &mut Model {
        let task = self.task(task);
        self.tasks[task].started = Some(at);
        self
    }

    /// The task is in progress up to this tick, later than its last span: in the oven, say.
    pub fn finished(&mut self, task: &str, at: u64) -> &mut Model {
        let task = self.task(task);
        self.tasks[task].finished = Some(at);
        self
    }

    /// The task never finishes: it is still in progress when the run ends.
    pub fn unfinished(&mut self, task: &str) -> &mut Model {
        let task = self.task(task);
        self.tasks[task].unfinished = true;
        self
    }

    /// The run is watched up to this tick, longer than anything in it takes.
    pub fn until(&mut self, end: u64) -> &mut Model {
        self.run.end = self.run.end.max(end);
        self
    }

    /// The task can execute only when the other one has finished. Drawn as an arrow.
    pub fn after(&mut self, task: &str, other: &str) -> &mut Model {
        let (task, other) = (self.task(task), self.task(other));
        if !self.tasks[task].after.contains(&other) {
            self.tasks[task].after.push(other);
        }
        self
    }

    /// The run as written down so far.
    ///
    /// # Panics
    ///
    /// If a task has neither a span nor a start and a finish, if its start or finish cuts into its
    /// spans, or if it executes before one that it comes after has finished.
    #[track_caller]
    pub fn run(&self) -> Run {
        let mut run = self.run.clone();
        for (index, draft) in self.tasks.iter().enumerate() {
            let name = &draft.name;
            let mine = || run.spans.iter().filter(|span| span.task == index);
            let (first, last) =
                (mine().map(|span| span.start).min(), mine().map(|span| span.end).max());
            let start = draft.started.or(first);
            let Some(start) = start else {
                panic!("nobody works on `{name}`, and it was not said when it started");
            };
            assert!(
                first.is_none_or(|first| start <= first),
                "`{name}` is worked on before {start}"
            );
            let end = match (draft.unfinished, draft.finished.or(last)) {
                (true, _) => None,
                (false, None) => panic!("nobody works on `{name}`, nor was said when it finished"),
                (false, end) => end,
            };
            if let Some(end) = end {
                assert!(last.is_none_or(|last| last <= end), "`{name}` is worked on after {end}");
                assert!(start <= end, "`{name}` starts at {start} but finishes at {end}");
            }
            run.end = run.end.max(end.or(last).unwrap_or(start));
            run.tasks.push(Task { name: name.clone(), start, end, after: draft.after.clone() });
        }
        for span in &run.spans {
            let task = &run.tasks[span.task];
            for other in task.after.iter().map(|&other| &run.tasks[other]) {
                let ready = other.end.is_some_and(|end| end <= span.start);
                let (name, start) = (&task.name, span.start);
                assert!(ready, "`{name}` executes at {start}, before `{}` finished", other.name);
            }
        }
        run.spans.sort_by_key(|span| (span.worker, span.start));
        run
    }

    /// Hands the run over, see [`publish`](crate::publish()), and out.
    ///
    /// # Panics
    ///
    /// As [`Model::run`].
    #[track_caller]
    pub fn finish(self) -> Run {
        let run = self.run();
        publish(&run);
        run
    }

    /// The index of a task, which this mention may bring into being.
    fn task(&mut self, name: &str) -> usize {
        if let Some(known) = self.tasks.iter().position(|task| task.name == name) {
            return known;
        }
        self.tasks.push(Draft {
            name: name.to_owned(),
            started: None,
            finished: None,
            unfinished: false,
            after: Vec::new(),
        });
        self.tasks.len() - 1
    }
}
