//! Tasks that keep their thread: in virtual time, and on Tokio.

use std::thread;
use std::time::{Duration, Instant};
use timeline::{Model, Run};
use tokio::runtime::Builder;

// ANCHOR: model
/// All tasks are ready at once. Whichever thread is free first takes the next one, and has it for
/// so many milliseconds.
pub fn model(tasks: usize, threads: usize, ms: u64) -> Run {
    let mut run = Model::new(&format!("{tasks} tasks, threads: {threads}"), "ms");
    let mut free_at = vec![0; threads];
    for task in 1..=tasks {
        let first = (0..threads).min_by_key(|&thread| free_at[thread]).expect("a thread");
        let (thread, task) = (format!("thread {}", first + 1), format!("task {task}"));
        run.started(&task, 0);
        run.work(&thread, &task, free_at[first]..free_at[first] + ms);
        free_at[first] += ms;
    }
    run.finish()
}
// ANCHOR_END: model

// ANCHOR: tokio
/// The same on Tokio, on the clock of the wall.
pub fn on_tokio(tasks: usize, threads: usize, ms: u64) -> Duration {
    let runtime = Builder::new_multi_thread().worker_threads(threads).build();
    runtime.expect("a few threads are given").block_on(async {
        let start = Instant::now();
        let tasks: Vec<_> = (0..tasks).map(|_| tokio::spawn(keep_the_thread(ms))).collect();
        for task in tasks {
            task.await.expect("no task panics");
        }
        start.elapsed()
    })
}

async fn keep_the_thread(ms: u64) {
    thread::sleep(Duration::from_millis(ms));
}
// ANCHOR_END: tokio
