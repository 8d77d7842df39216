//! The models, and the formula of each: how long a job takes, from what its parts cost.
//!
//! Nothing here reads a clock. The page computes the same with the same formulas.

use crate::costs::Costs;
use crate::jobs::Job;
use Model::*;

/// A way to have the items of a job done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// One thread does one item after the other.
    OneByOne,
    /// An async task an item, all on one thread.
    Tasks,
    /// A thread an item.
    Threads,
    /// A pool of as many threads as there are cores.
    Pool,
    /// An async task an item, on as many threads as there are cores.
    TaskPool,
    /// A pool of as many processes as there are cores.
    ProcessPool,
    /// A process an item.
    Processes,
}

impl Model {
    /// All of them; of those that are equally good, the plainer one comes first.
    pub const ALL: [Model; 7] = [OneByOne, Tasks, Threads, Pool, TaskPool, ProcessPool, Processes];

    /// What it is called in the table and in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OneByOne => "one by one",
            Tasks => "tasks",
            Threads => "threads",
            Pool => "pool",
            TaskPool => "task pool",
            ProcessPool => "process pool",
            Processes => "processes",
        }
    }

    /// Whether what one item breaks stays within its process.
    #[must_use]
    pub fn isolates(self) -> bool {
        matches!(self, ProcessPool | Processes)
    }
}

// ANCHOR: formulas
/// How long the job takes, in nanoseconds.
#[must_use]
pub fn time(model: Model, job: &Job, costs: &Costs) -> f64 {
    let Job { items, cpu, wait, bytes, .. } = *job;
    let Costs { cores, e, task, thread, pool, process, message, byte, .. } = *costs;
    // Who does not wait is not late either.
    let (late, tick) = if wait > 0.0 { (costs.late, costs.tick) } else { (0.0, 0.0) };
    // So often all cores are at work together, and so much slower than one alone.
    let rounds = (items / cores).ceil();
    let slow = (items.min(cores) / e).max(1.0);
    match model {
        OneByOne => items * (cpu + wait + late),
        Tasks => items * (task + cpu) + wait + tick,
        Threads => items * thread + rounds * cpu * slow + wait + late,
        Pool => pool + rounds * (cpu * slow + wait + late),
        TaskPool => pool + items * task + rounds * cpu * slow + wait + tick,
        ProcessPool => {
            let sent = items * (message + bytes * byte);
            cores * process + sent + rounds * (cpu * slow + wait + late)
        }
        Processes => items * (process + bytes * byte) + rounds * cpu * slow + wait + late,
    }
}
// ANCHOR_END: formulas

/// The models that the job allows, with their times, the least first.
#[must_use]
pub fn ranking(job: &Job, costs: &Costs) -> Vec<(Model, f64)> {
    let allowed = Model::ALL.into_iter().filter(|model| model.isolates() || !job.isolated);
    let mut ranking: Vec<_> = allowed.map(|model| (model, time(model, job, costs))).collect();
    ranking.sort_by(|a, b| a.1.total_cmp(&b.1)); // Stable: of two that are equal the plainer leads.
    ranking
}
