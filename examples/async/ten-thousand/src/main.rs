//! Ten thousand tasks, each of which waits until all the others are there.
//!
//! Run it: `cargo run -p ten-thousand`

use std::sync::Arc;
use tokio::sync::Barrier;

const COUNT: usize = 10_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let all_are_here = Arc::new(Barrier::new(COUNT));
    let tasks: Vec<_> = (0..COUNT)
        .map(|_| {
            let all_are_here = Arc::clone(&all_are_here);
            tokio::spawn(async move { all_are_here.wait().await })
        })
        .collect();
    let mut last = 0;
    for task in tasks {
        last += usize::from(task.await.expect("no task panics").is_leader());
    }
    println!("{COUNT} in progress at once, and {last} of them was the last to come");
}
