//! Checks of the exercises for *Which model?*.

use crate::grade::{every_input, lists};

/// So many items that are alike; times are in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// How many there are.
    pub items: u64,
    /// How long each computes.
    pub cpu: u64,
    /// How long each waits.
    pub wait: u64,
}

/// What a machine takes for things, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    /// How many cores it has.
    pub cores: u64,
    /// To start a task and wait for its end.
    pub task: u64,
    /// To start a thread and wait for its end.
    pub thread: u64,
}

/// Jobs, with few and small numbers first.
fn jobs() -> Vec<Job> {
    let mut jobs = Vec::new();
    for items in [1, 2, 3, 5, 7, 60] {
        for cpu in [0, 1, 100] {
            for wait in [0, 10, 20_000] {
                jobs.push(Job { items, cpu, wait });
            }
        }
    }
    jobs
}

/// With a task an item on one thread, all items wait at once and compute one after the other.
///
/// # Panics
///
/// With the first job for which the formula says otherwise.
#[track_caller]
pub fn all_wait_at_the_same_time(tasks: fn(&Job, &Costs) -> u64) {
    for task in [0, 1, 3] {
        let costs = Costs { cores: 2, task, thread: 50 };
        let what = format!("where a task costs {task}, the time of");
        every_input(
            &what,
            jobs(),
            |job| tasks(job, &costs),
            |job| {
                let one_by_one: u64 = (0..job.items).map(|_| task + job.cpu).sum();
                one_by_one + job.wait
            },
        );
    }
}

/// In a pool as many items wait at once as there are threads, and as many compute as there are cores.
///
/// # Panics
///
/// With the first job for which the formula says otherwise.
#[track_caller]
pub fn more_threads_wait_and_the_cores_compute(pool: fn(&Job, &Costs, u64) -> u64) {
    for (cores, threads) in [(1, 1), (2, 2), (1, 2), (2, 4), (2, 5), (3, 6)] {
        let costs = Costs { cores, task: 1, thread: 50 };
        let what = format!("on {cores} cores with {threads} threads at 50 each, the time of");
        every_input(
            &what,
            jobs(),
            |job| pool(job, &costs, threads),
            |job| {
                let (mut time, mut left) = (threads * costs.thread, job.items);
                while left > 0 {
                    let mut to_compute = left.min(threads);
                    left -= to_compute;
                    time += job.wait;
                    while to_compute > 0 {
                        to_compute -= to_compute.min(cores);
                        time += job.cpu;
                    }
                }
                time
            },
        );
    }
}

/// A model, and what its formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// How long the job takes.
    pub time: u64,
    /// Whether what one item breaks harms no other.
    pub isolates: bool,
}

/// Of the models that will do, the first is recommended that takes no more than three halves of the best.
///
/// # Panics
///
/// With the shortest list of models for which it is another.
#[track_caller]
pub fn the_plainest_as_good_as_the_best(recommend: fn(&[Rated], bool) -> Option<usize>) {
    for isolated in [false, true] {
        let lists = lists(3, 9).into_iter();
        let models = lists.map(|list| list.into_iter().map(rated).collect::<Vec<_>>());
        let need = if isolated { "with isolation" } else { "without isolation" };
        every_input(
            &format!("what to recommend {need} of"),
            models,
            |models| recommend(models, isolated),
            |models| {
                let allowed = |model: &Rated| model.isolates || !isolated;
                let is_beaten =
                    |by: &Rated, model: &Rated| allowed(by) && 2 * model.time > 3 * by.time;
                let is_good = |model: &Rated| {
                    allowed(model) && !models.iter().any(|other| is_beaten(other, model))
                };
                models.iter().position(is_good)
            },
        );
    }
}

/// Ten models: five times, with and without isolation.
fn rated(number: u64) -> Rated {
    Rated { time: [4, 5, 6, 7, 10][(number % 5) as usize], isolates: number >= 5 }
}
