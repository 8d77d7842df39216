//! What the parts of a model cost on this machine: measured, all in the same way.
//!
//! Nearly each is the time of many at once, divided by how many there were, since that is how a job
//! meets them.

use crate::jobs::Job;
use crate::model::Model;
use crate::record::rounded;
use crate::run::run;
use serde::{Deserialize, Serialize};
use std::io;
use std::thread;
use std::time::{Duration, Instant};

/// The costs; times in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// Logical CPUs.
    pub cores: f64,
    /// What they are worth together, in cores: E.
    pub e: f64,
    /// To start an async task and wait for its end.
    pub task: f64,
    /// To start a thread and wait for its end.
    pub thread: f64,
    /// To start a pool of threads and end it. To give it an item costs next to nothing.
    pub pool: f64,
    /// To start a process and wait for its end.
    pub process: f64,
    /// To ask a process of a pool, and have its answer.
    pub message: f64,
    /// To send that process one byte more.
    pub byte: f64,
    /// How much longer than asked for a thread sleeps.
    pub late: f64,
    /// The same for an async task, whose clock is coarser.
    pub tick: f64,
}

/// Measures them, which takes a few seconds.
pub fn measure() -> io::Result<Costs> {
    let cores = thread::available_parallelism()?.get();
    let many = |items: f64, bytes: f64| Job { items, cpu: 0.0, wait: 0.0, bytes, isolated: false };
    // Many items of nothing at all, in this model.
    let each = |model, items: f64| least(|| run(model, &many(items, 0.0))).map(|ns| ns / items);
    let process = each(Model::Processes, 16.0)?;
    let pooled = |items: f64, bytes: f64| {
        let started = cores as f64 * process;
        least(|| run(Model::ProcessPool, &many(items, bytes))).map(|ns| (ns - started) / items)
    };
    let message = pooled(20_000.0, 0.0)?;
    let pool = least(|| run(Model::Pool, &many(1.0, 0.0)))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    Ok(Costs {
        cores: cores as f64,
        e: rounded(effective(cores)),
        task: rounded(each(Model::Tasks, 10_000.0)?),
        thread: rounded(each(Model::Threads, 500.0)?),
        pool: rounded(pool),
        process: rounded(process),
        message: rounded(message),
        byte: rounded((pooled(100.0, 1e6)? - message) / 1e6),
        late: rounded(lateness(thread::sleep)),
        tick: rounded(lateness(|nap| runtime.block_on(async { tokio::time::sleep(nap).await }))),
    })
}

/// E: the middle of several, since the machine's other work can make one too large as well as too
/// small; but no less than one core, and no more than there are.
fn effective(cores: usize) -> f64 {
    let phase = |_| claims::effective_cores(claims::Work::Integer, cores, claims::PHASE);
    let mut phases: Vec<_> = (0..9).map(phase).collect();
    phases.sort_by(f64::total_cmp);
    phases[4].clamp(1.0, cores as f64)
}

/// The least of several runs: whatever else the machine does can only make one longer.
fn least(mut run: impl FnMut() -> io::Result<Duration>) -> io::Result<f64> {
    let begun = Instant::now();
    let mut least = run()?;
    for _ in 1..5 {
        if begun.elapsed() > Duration::from_millis(300) {
            break;
        }
        least = least.min(run()?);
    }
    Ok(least.as_nanos() as f64)
}

/// How much longer a sleep is than asked for, on average.
fn lateness(sleep: impl Fn(Duration)) -> f64 {
    const NAPS: u32 = 20;
    let nap = Duration::from_micros(2_500);
    let begun = Instant::now();
    (0..NAPS).for_each(|_| sleep(nap));
    (begun.elapsed() / NAPS).saturating_sub(nap).as_nanos() as f64
}
