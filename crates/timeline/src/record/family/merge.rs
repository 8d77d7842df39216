//! Several processes in one run.

use std::collections::HashMap;

use crate::run::{Run, Slice, Span, Task};

/// A child's run.
#[derive(Debug)]
pub(super) struct Part {
    /// The system's number for the process.
    pub(super) process: u32,
    /// On the clock that all processes share, in nanoseconds.
    pub(super) start: u64,
    pub(super) run: Run,
}

impl Part {
    pub(super) fn end(&self) -> u64 {
        self.start.saturating_add(self.run.end)
    }
}

/// Adds the parts to a run that started at this time and lasts longer than they do. Their processes
/// are numbered in the order in which they began to record.
pub(super) fn merge(run: &mut Run, start: u64, mut parts: Vec<Part>) {
    parts.sort_by_key(|part| (part.start, part.process));
    let mut processes: Vec<u32> = Vec::new();
    let mut workers: HashMap<String, usize> = HashMap::new();
    for Part { process, start: began, run: part } in parts {
        let known = processes.iter().position(|&other| other == process);
        let number = known.unwrap_or_else(|| {
            processes.push(process);
            processes.len() - 1
        });
        let shift = began.saturating_sub(start);
        let first_task = run.tasks.len();
        let places: Vec<usize> = part
            .workers
            .iter()
            .map(|name| {
                let name = called(number + 1, name, part.workers.len());
                *workers.entry(name.clone()).or_insert_with(|| {
                    run.workers.push(name);
                    run.workers.len() - 1
                })
            })
            .collect();
        let worker = |index: usize| places.get(index).copied().unwrap_or_default();
        run.tasks.extend(part.tasks.into_iter().map(|task| Task {
            start: task.start + shift,
            // It was still in progress when its process stopped recording.
            end: Some(task.end.unwrap_or(part.end) + shift),
            after: task.after.iter().map(|other| other + first_task).collect(),
            name: task.name,
        }));
        run.spans.extend(part.spans.iter().map(|span| Span {
            worker: worker(span.worker),
            task: span.task + first_task,
            start: span.start + shift,
            end: span.end + shift,
        }));
        if let (Some(slices), Some(more)) = (&mut run.executing, &part.executing) {
            slices.extend(more.iter().map(|slice| Slice {
                worker: worker(slice.worker),
                start: slice.start + shift,
                end: slice.end + shift,
                ..*slice
            }));
        }
        run.cpu = run.cpu.zip(part.cpu).map(|(own, more)| own.saturating_add(more));
    }
}

/// What a child's worker is called in the parent's run: the process alone where it has no other
/// worker, or is its main thread.
fn called(process: usize, worker: &str, workers: usize) -> String {
    if workers == 1 || worker == "main" {
        format!("process {process}")
    } else {
        format!("process {process}, {worker}")
    }
}
