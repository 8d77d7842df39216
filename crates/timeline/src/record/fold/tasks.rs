//! Which tasks there were. A span's number comes again once the span is closed, so which task it
//! means depends on the time.

use std::collections::HashMap;

use super::Axis;
use crate::record::event::Kind;
use crate::record::log::Log;
use crate::run::Task;

#[derive(Debug, Default)]
pub(super) struct Tasks {
    /// In the order in which they were started.
    pub(super) list: Vec<Task>,
    /// By the span's number: since when it means which task. Times ascend.
    meanings: HashMap<u64, Vec<(u64, usize)>>,
}

impl Tasks {
    pub(super) fn of(logs: &[Log], axis: Axis) -> Tasks {
        let mut changes: Vec<(u64, u64, Option<&str>)> = Vec::new();
        for log in logs {
            let mut names = log.names.as_str();
            for event in &log.events {
                match event.kind {
                    Kind::Opened { span, name } => {
                        let (name, rest) =
                            names.split_at_checked(name as usize).unwrap_or((names, ""));
                        names = rest;
                        changes.push((event.at, span, Some(name)));
                    }
                    Kind::Closed { span } => changes.push((event.at, span, None)),
                    _ => {}
                }
            }
        }
        // The sort is stable: what one thread did at one instant stays in order.
        changes.sort_by_key(|change| change.0);
        let mut tasks = Tasks::default();
        for (at, span, name) in changes.into_iter().take_while(|change| change.0 <= axis.end) {
            tasks.close(span, axis.place(at));
            if let Some(name) = name {
                let (name, start) = (name.to_owned(), axis.place(at));
                let meanings = tasks.meanings.entry(span).or_default();
                meanings.push((start, tasks.list.len()));
                tasks.list.push(Task { name, start, end: None, after: Vec::new() });
            }
        }
        tasks
    }

    /// The span is closed: now it has an end, unless it had one.
    fn close(&mut self, span: u64, at: u64) {
        let meanings = self.meanings.get(&span);
        let last = meanings.and_then(|meanings| meanings.last()).map(|&(_, task)| task);
        if let Some(task) = last.and_then(|task| self.list.get_mut(task)) {
            task.end.get_or_insert(at.max(task.start));
        }
    }

    /// The task that a span's number means at a time (an index); `None` for a span that was created
    /// before the run, or that is too detailed to count.
    pub(super) fn meant(&self, span: u64, at: u64) -> Option<usize> {
        let meanings = self.meanings.get(&span)?;
        let next = meanings.partition_point(|meaning| meaning.0 <= at);
        // Clocks of two processors may differ by a few ns: then the span is entered before it is
        // created, and still the same one.
        meanings.get(next.saturating_sub(1)).map(|meaning| meaning.1)
    }

    /// The part of an interval in which the task was in progress.
    pub(super) fn within(&self, task: usize, from: u64, to: u64) -> Option<(u64, u64)> {
        let task = self.list.get(task)?;
        let (from, to) = (from.max(task.start), task.end.map_or(to, |end| to.min(end)));
        (from < to).then_some((from, to))
    }
}
