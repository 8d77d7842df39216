//! Two tasks that wait for a second each: put together, and one `await` after the other.
//!
//! Run it: `cargo run -p gather-two`

use std::time::Duration;
use tokio::time::sleep;
use tracing::instrument;

// ANCHOR: tasks
#[instrument]
async fn task1() {
    sleep(Duration::from_secs(1)).await;
    println!("Task 1 completed");
}

#[instrument]
async fn task2() {
    sleep(Duration::from_secs(1)).await;
    println!("Task 2 completed");
}

async fn put_together() {
    tokio::join!(biased; task1(), task2());
}

async fn one_after_the_other() {
    task1().await;
    task2().await;
}
// ANCHOR_END: tasks

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let recorder = timeline::start("put together");
    put_together().await;
    println!("put together: {:.1} s", recorder.finish().makespan() as f64 / 1e9);

    let recorder = timeline::start("one after the other");
    one_after_the_other().await;
    println!("one after the other: {:.1} s", recorder.finish().makespan() as f64 / 1e9);
}
