//! The models themselves, each in a few lines: they really do the job, and are timed.

use crate::jobs::Job;
use crate::model::Model;
use crate::worker::Worker;
use rayon::prelude::*;
use std::hint::black_box;
use std::io;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};
use tokio::runtime::Builder;

/// What an item is to do, in terms that a clock has no part in.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// How many steps it computes.
    pub steps: u64,
    /// How long it waits before that.
    pub wait: Duration,
}

/// Does the job in this model; how long that took.
pub fn run(model: Model, job: &Job) -> io::Result<Duration> {
    let steps = if job.cpu > 0.0 { (job.cpu * *STEPS_PER_NS) as u64 } else { 0 };
    let item = Item { steps, wait: Duration::from_nanos(job.wait as u64) };
    let payload = vec![1; job.bytes as usize];
    let begun = Instant::now();
    let items = job.items as usize;
    match model {
        Model::OneByOne => (0..items).for_each(|_| item.run()),
        Model::Tasks => {
            let runtime = Builder::new_current_thread().enable_time().build()?;
            runtime.block_on(tasks(items, item));
        }
        Model::Threads => threads(items, item),
        Model::Pool => {
            let pool = rayon::ThreadPoolBuilder::new().build().map_err(io::Error::other)?;
            pool.install(|| (0..items).into_par_iter().for_each(|_| item.run()));
        }
        Model::TaskPool => {
            let runtime = Builder::new_multi_thread().enable_time().build()?;
            // Within, as its tasks are: a task that is spawned from outside costs more.
            runtime.block_on(async { tokio::spawn(tasks(items, item)).await })?;
        }
        Model::ProcessPool => process_pool(items, item, &payload)?,
        Model::Processes => processes(items, item, &payload)?,
    }
    Ok(begun.elapsed())
}

impl Item {
    /// Waits and computes, on this thread.
    pub fn run(self) {
        if !self.wait.is_zero() {
            thread::sleep(self.wait);
        }
        compute(self.steps);
    }

    /// The same as a task: while it waits, its thread is free.
    async fn run_async(self) {
        if !self.wait.is_zero() {
            tokio::time::sleep(self.wait).await;
        }
        compute(self.steps);
    }
}

async fn tasks(items: usize, item: Item) {
    let tasks: Vec<_> = (0..items).map(|_| tokio::spawn(item.run_async())).collect();
    for task in tasks {
        task.await.expect("no item panics");
    }
}

fn threads(items: usize, item: Item) {
    thread::scope(|scope| (0..items).for_each(|_| _ = scope.spawn(move || item.run())));
}

/// A worker for each core, and a thread that asks it for one item after the other.
fn process_pool(items: usize, item: Item, payload: &[u8]) -> io::Result<()> {
    let cores = thread::available_parallelism()?.get();
    let workers = (0..cores).map(|_| Worker::start(item)).collect::<io::Result<Vec<_>>>()?;
    let taken = AtomicUsize::new(0);
    let serve = |mut worker: Worker| {
        while taken.fetch_add(1, Relaxed) < items {
            worker.ask(payload)?;
        }
        worker.end()
    };
    thread::scope(|scope| {
        let serve = &serve;
        let asked: Vec<_> =
            workers.into_iter().map(|worker| scope.spawn(move || serve(worker))).collect();
        asked.into_iter().try_for_each(|asked| asked.join().expect("it does not panic"))
    })
}

fn processes(items: usize, item: Item, payload: &[u8]) -> io::Result<()> {
    let mut workers = Vec::new();
    for _ in 0..items {
        let mut worker = Worker::start(item)?;
        worker.send(payload)?;
        workers.push(worker);
    }
    workers.into_iter().try_for_each(Worker::end)
}

/// So many steps that a core can only take one after the other.
fn compute(steps: u64) {
    let mut state = black_box(1_u64);
    for _ in 0..steps {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    }
    black_box(state);
}

/// How many steps a core takes in a nanosecond.
static STEPS_PER_NS: LazyLock<f64> = LazyLock::new(|| {
    const STEPS: u64 = 10_000_000;
    let timed = || {
        let begun = Instant::now();
        compute(STEPS);
        begun.elapsed()
    };
    let least = (0..7).map(|_| timed()).min().expect("there are seven");
    STEPS as f64 / least.as_nanos() as f64
});
