//! Checks of the exercises for *Definitions you can measure*.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use timeline::Model;

use crate::grade::{Meeting, claim, recorded};

/// What happens to a task, as a recorder notes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is in progress from here on.
    Starts,
    /// It is executing from here on.
    TakenUp,
    /// It is executing no longer.
    LaidDown,
    /// It is in progress no longer.
    Finishes,
}

/// Does the task of this name.
pub type Work<'a> = &'a (dyn Fn(&str) + Sync);

/// When, which task, and what happened to it.
pub type Line = (u64, &'static str, Event);

/// What can be said of a run in four numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    /// The largest I.
    pub most_in_progress: usize,
    /// The largest R.
    pub most_executing: usize,
    /// The mean of I.
    pub c: f64,
    /// The mean of R.
    pub p: f64,
}

/// All tasks are in progress at once, each is done, and none of them after the end.
///
/// # Panics
///
/// With the recording of the fewest tasks for which it is not so.
#[track_caller]
pub fn all_are_in_progress(side_by_side: fn(&[&str], Work<'_>)) {
    const NAMES: [&str; 4] = ["a", "b", "c", "d"];
    for tasks in (1..=NAMES.len()).map(|size| &NAMES[..size]) {
        let size = tasks.len();
        let recorded = recorded(&format!("{size} tasks"), move || {
            let (meeting, done) = (Meeting::of(size), Mutex::new(Vec::new()));
            side_by_side(tasks, &|task| {
                meeting.attend(task);
                done.lock().unwrap_or_else(PoisonError::into_inner).push(task.to_owned());
            });
            let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
            done.sort();
            done
        });
        let once = recorded.result == tasks;
        claim(&recorded.run, &format!("each task of {tasks:?} is done once"), once);
        recorded.in_progress(size..=size, &format!("{size} tasks are in progress at once"));
    }
}

/// The runs have the numbers of the exercise.
///
/// # Panics
///
/// With the first that does not.
#[track_caller]
pub fn runs_have_the_numbers(runs: fn() -> [Model; 3]) {
    let wanted = [(2, 1, 2.0, 1.0), (2, 0, 2.0, 0.0), (2, 2, 1.5, 1.0)];
    for (model, (in_progress, executing, c, p)) in runs().into_iter().zip(wanted) {
        let run = model.run();
        let same = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let title = &run.title;
        let most = run.max_in_progress() == in_progress;
        claim(&run, &format!("`{title}` has {in_progress} tasks in progress at most"), most);
        let most = run.executing().max() == executing as f64;
        claim(&run, &format!("`{title}` has {executing} tasks executing at most"), most);
        let mean = same(run.mean_in_progress(), c);
        claim(&run, &format!("the mean of what is in progress in `{title}`, C, is {c:.1}"), mean);
        let mean = same(run.mean_executing(), p);
        claim(&run, &format!("the mean of what executes in `{title}`, P, is {p:.1}"), mean);
    }
}

/// The numbers are right for every small log.
///
/// # Panics
///
/// With a shortest log for which they are not.
#[track_caller]
pub fn logs_have_these_numbers(numbers: fn(&[Line]) -> Numbers) {
    let mut logs = Vec::new();
    for a in tasks() {
        logs.push(vec![a.clone()]);
        logs.extend(tasks().into_iter().map(|b| vec![a.clone(), b]));
    }
    let turns = |tasks: &Vec<Task>| tasks.iter().map(|task| task.executing.len()).sum::<usize>();
    let end = |tasks: &Vec<Task>| tasks.iter().map(|task| task.to).max();
    logs.sort_by_key(|tasks| (tasks.len(), turns(tasks), end(tasks)));
    for tasks in &logs {
        for finishes_come_first in [true, false] {
            let log = log(tasks, finishes_come_first);
            let (wanted, yours) = (reference(tasks), numbers(&log));
            let same = (wanted.c - yours.c).abs() < 1e-9 && (wanted.p - yours.p).abs() < 1e-9;
            let most = |n: &Numbers| (n.most_in_progress, n.most_executing);
            if !same || most(&wanted) != most(&yours) {
                let lines = log.iter().fold(String::new(), |mut text, (time, task, event)| {
                    let _ = writeln!(text, "{time}  {task} {event:?}"); // It cannot fail.
                    text
                });
                panic!("The log:\n\n{lines}\nIts numbers: {wanted:?}\nYours say:   {yours:?}\n");
            }
        }
    }
}

/// When a task is in progress, and when it is executing.
#[derive(Clone, Debug)]
struct Task {
    from: u64,
    to: u64,
    executing: Vec<(u64, u64)>,
}

/// All that can become of a task in a few ticks: asleep, executing throughout, in the first or the
/// last tick, or in both and not in between.
fn tasks() -> Vec<Task> {
    let mut tasks = Vec::new();
    for from in 0..=2 {
        for to in from + 1..=from + 3 {
            let mut ways = vec![vec![], vec![(from, to)]];
            if to - from > 1 {
                ways.extend([vec![(from, from + 1)], vec![(to - 1, to)]]);
            }
            if to - from > 2 {
                ways.push(vec![(from, from + 1), (to - 1, to)]);
            }
            tasks.extend(ways.into_iter().map(|executing| Task { from, to, executing }));
        }
    }
    tasks
}

/// What a recorder writes. Where two things happen at once, they may come in either order.
fn log(tasks: &[Task], finishes_come_first: bool) -> Vec<Line> {
    let mut log: Vec<Line> = Vec::new();
    for (task, name) in tasks.iter().zip(["a", "b"]) {
        log.push((task.from, name, Event::Starts));
        for &(from, to) in &task.executing {
            log.extend([(from, name, Event::TakenUp), (to, name, Event::LaidDown)]);
        }
        log.push((task.to, name, Event::Finishes));
    }
    if !finishes_come_first {
        // Stable: the lines of a task keep their order, as they must.
        log.sort_by_key(|(time, ..)| *time);
        return log;
    }
    let ends = |event: Event| matches!(event, Event::Finishes | Event::LaidDown);
    let rank = |event: Event| match event {
        Event::LaidDown => 0,
        Event::Finishes => 1,
        Event::Starts => 2,
        Event::TakenUp => 3,
    };
    log.sort_by_key(|&(time, _, event)| (time, !ends(event), rank(event)));
    log
}

/// Counted tick by tick.
fn reference(tasks: &[Task]) -> Numbers {
    let end = tasks.iter().map(|task| task.to).max().unwrap_or(0);
    let in_progress = |at: u64| tasks.iter().filter(|task| task.from <= at && at < task.to).count();
    let runs = |task: &Task, at| task.executing.iter().any(|&(from, to)| from <= at && at < to);
    let executing = |at: u64| tasks.iter().filter(|task| runs(task, at)).count();
    let mean = |sum: usize| sum as f64 / end as f64;
    Numbers {
        most_in_progress: (0..end).map(in_progress).max().unwrap_or(0),
        most_executing: (0..end).map(executing).max().unwrap_or(0),
        c: mean((0..end).map(in_progress).sum()),
        p: mean((0..end).map(executing).sum()),
    }
}
