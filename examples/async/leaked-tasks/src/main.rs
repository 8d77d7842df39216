//! A hundred requests give up after a second. Does what they had started go on?
//!
//! Run it: `cargo run -p leaked-tasks`

use std::time::Duration;
use tokio::runtime::Handle;
use tokio::task::{JoinSet, yield_now};
use tokio::time::{sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: requests
/// Asks somebody who takes an hour to answer.
async fn ask() -> &'static str {
    sleep(3_600 * SECOND).await;
    "soup"
}

/// Gives up, and with it drops the handle of the task.
async fn handle_dropped() {
    let task = tokio::spawn(ask());
    timeout(SECOND, task).await.expect_err("an hour is longer");
}

/// Gives up, and with it drops the set that the task is in.
async fn set_dropped() {
    let mut tasks = JoinSet::new();
    tasks.spawn(ask());
    timeout(SECOND, tasks.join_next()).await.expect_err("an hour is longer");
}
// ANCHOR_END: requests

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn go_on(request: impl AsyncFn()) -> usize {
    for _ in 0..100 {
        request().await;
    }
    yield_now().await; // A task that is aborted is gone after one more turn.
    Handle::current().metrics().num_alive_tasks()
}

fn main() {
    println!("100 requests have given up; of what they started");
    println!("{:3} go on, left alone", go_on(handle_dropped));
    println!("{:3} go on, where they end with their request", go_on(set_dropped));
}
