//! A hundred tasks on a runtime with one worker: how many threads did they run on?
//!
//! Run it: `cargo run -p tasks-and-threads`

use std::collections::HashSet;
use std::sync::Arc;
use std::thread::{self, ThreadId};
use tokio::task::JoinSet;

const MANY: usize = 100;

async fn count(tasks: JoinSet<ThreadId>) -> &'static str {
    let threads: HashSet<_> = tasks.join_all().await.into_iter().collect();
    if threads.len() < MANY { "fewer than 100 threads" } else { "100 threads or more" }
}

#[tokio::main(worker_threads = 1)]
async fn main() {
    // Nobody passes a barrier before all have come, so all are in progress at once.
    let mut tasks = JoinSet::new();
    let barrier = Arc::new(tokio::sync::Barrier::new(MANY));
    for _ in 0..MANY {
        let barrier = Arc::clone(&barrier);
        tasks.spawn(async move {
            barrier.wait().await;
            thread::current().id()
        });
    }
    println!("100 tasks that wait:  {}", count(tasks).await);

    let mut tasks = JoinSet::new();
    let barrier = Arc::new(std::sync::Barrier::new(MANY));
    for _ in 0..MANY {
        let barrier = Arc::clone(&barrier);
        tasks.spawn_blocking(move || {
            barrier.wait();
            thread::current().id()
        });
    }
    println!("100 tasks that block: {}", count(tasks).await);
}
