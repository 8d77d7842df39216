//! Checks of the exercises for *One job, many dresses*.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use interleave::{Outcome, say};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::grade::{every_schedule, virtual_time};

/// A task that has not begun.
pub type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Does a job, and gives its result.
pub type Work<'a> = &'a (dyn Fn(u32) -> u32 + Sync);

/// What was done, in the order in which it was.
#[derive(Clone, Debug, Default)]
pub struct Diary(Arc<Mutex<Vec<String>>>);

impl Diary {
    /// Writes a line.
    pub fn note(&self, line: impl Into<String>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line.into());
    }

    /// All lines so far.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// All ask, and then the answers come, the shortest wait first.
///
/// # Panics
///
/// With what happened where it is not so.
#[track_caller]
pub fn while_one_waits_the_others_ask<F>(ask: fn(&'static str, Duration, Diary) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for waits in [&[("Anna", 30), ("Ben", 10)][..], &[("Anna", 20), ("Ben", 30), ("Cleo", 10)]] {
        let diary = Diary::default();
        let notes = diary.clone();
        let took = virtual_time("questions on one thread", async move || {
            let mut tasks = JoinSet::new();
            for &(name, ms) in waits {
                tasks.spawn(ask(name, Duration::from_millis(ms), notes.clone()));
            }
            tasks.join_all().await;
        });
        let mut answers = waits.to_vec();
        answers.sort_by_key(|&(_, ms)| ms);
        let asks = waits.iter().map(|(name, _)| format!("{name} asks"));
        let answers: Vec<_> =
            answers.iter().map(|(name, _)| format!("{name} has the answer")).collect();
        let wanted: Vec<_> = asks.chain(answers).collect();
        let yours = diary.lines();
        assert!(
            wanted == yours,
            "This does not hold: while one waits for the answer, the others ask.\n\n\
             With the waits {waits:?}, in milliseconds:\n  {}\nYours:\n  {}\n",
            wanted.join("\n  "),
            yours.join("\n  ")
        );
        let longest = waits.iter().map(|&(_, ms)| ms).max().unwrap_or(0);
        let claim = "all are done when the longest wait is over (a wait that keeps the thread takes \
                     no time on this clock)";
        took.takes(Duration::from_millis(longest), claim);
    }
}

/// No line is lost, and nothing is waited for but the tasks, which are in progress at once.
///
/// # Panics
///
/// With two tasks for which it is not so.
#[track_caller]
pub fn ends_when_both_have<F>(program: fn(Job, Job) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let hour = 60 * 60 * 1000;
    for (first, second) in [(1_000, 4_000), (4_000, 1_000), (2_500, 2_500), (hour, 10), (0, 0)] {
        let task = |name: &'static str, ms: u64, diary: &Diary| -> Job {
            let diary = diary.clone();
            Box::pin(async move {
                diary.note(format!("{name} begins"));
                sleep(Duration::from_millis(ms)).await;
                diary.note(format!("{name} has finished"));
            })
        };
        let what = format!("tasks of {first} ms and {second} ms");
        let took = virtual_time(&what, async move || {
            let diary = Diary::default();
            program(task("the first", first, &diary), task("the second", second, &diary)).await;
            diary.lines()
        });
        for name in ["the first", "the second"] {
            let finished = took.result.contains(&format!("{name} has finished"));
            let lines = took.result.join("\n  ");
            assert!(
                finished,
                "This does not hold: when the program ends, {name} has finished.\n\nWith {what}, \
                 this is all there was:\n  {lines}\n"
            );
        }
        let longest = Duration::from_millis(first.max(second));
        let claim = format!("with {what}, which are in progress at once, it ends with the longer");
        took.takes(longest, &claim);
    }
}

/// In every schedule each job is done once and its result stands in its place; no other threads than
/// the workers do them, never more are in progress, and a worker that is free takes the next.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn whoever_is_free_takes_the_next(pool: fn(usize, &[u32], Work<'_>) -> Vec<u32>) {
    for (workers, jobs) in [(1, 0), (1, 2), (2, 1), (2, 2), (2, 3)] {
        let all: Vec<u32> = (1..=jobs).collect();
        let squares: Vec<u32> = all.iter().map(|job| job * job).collect();
        let found = every_schedule("a pool", move || {
            pool(workers, &all, &|job| {
                say!("job {job} begins");
                say!("job {job} ends");
                job * job
            })
        });
        let size = format!("with {workers} workers and {jobs} jobs");
        let once = format!("{size}, each job is done once");
        found.always(&once, |end| {
            let begun: BTreeSet<_> = end.said.iter().collect();
            begun.len() == end.said.len() && begun.len() == 2 * jobs as usize
        });
        found.always(&format!("{size}, the results are in the order of the jobs"), |end| {
            end.result == squares
        });
        let never_more = format!("{size}, there are never more in progress than {workers}");
        found.always(&never_more, |end| most_in_progress(&end.said) <= workers);
        let hands = |one: &Outcome| {
            let said = one.witness.iter().filter(|step| step.what == "say");
            said.map(|step| step.thread).collect::<BTreeSet<_>>().len()
        };
        let most = found.schedules().outcomes().iter().map(hands).max().unwrap_or(0);
        assert!(
            most <= workers,
            "This does not hold: {size}, it is the workers that do all jobs.\n\nHere {most} threads do \
             jobs. A worker is started once, and takes one job after the other.\n"
        );
        if workers > 1 {
            for (one, other) in pairs(jobs) {
                let at_once = format!("job {one} and job {other} are in progress at once");
                let mut ends = found.schedules().outcomes().iter();
                assert!(
                    ends.any(|end| overlap(&end.said, one, other)),
                    "No schedule has this: {size}, {at_once}.\n\nNo job needs another, so a \
                     worker that is free could take either while the other one lasts. In none of \
                     the {} schedules does it.\n",
                    found.schedules().schedules().unwrap_or(0)
                );
            }
        }
    }
}

fn pairs(jobs: u32) -> impl Iterator<Item = (u32, u32)> {
    (1..=jobs).flat_map(move |one| (one + 1..=jobs).map(move |other| (one, other)))
}

/// Whether each of the two begins before the other one ends.
fn overlap(said: &[String], one: u32, other: u32) -> bool {
    let at =
        |job: u32, what: &str| said.iter().position(|line| *line == format!("job {job} {what}"));
    at(one, "begins") < at(other, "ends") && at(other, "begins") < at(one, "ends")
}

fn most_in_progress(said: &[String]) -> usize {
    let mut now = 0_usize;
    let counts = said.iter().map(|line| {
        now = if line.ends_with("begins") { now + 1 } else { now.saturating_sub(1) };
        now
    });
    counts.max().unwrap_or(0)
}
