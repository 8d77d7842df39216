//! How many of ten lines are printed, depending on the nap: on a clock that is simulated, so exact.
//!
//! Run it: `cargo run -p nap-length`

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn task(lines: Arc<AtomicU32>) {
    for _ in 0..5 {
        lines.fetch_add(1, Relaxed); // It would print one here.
        sleep(Duration::from_millis(500)).await;
    }
}

/// Main starts the two tasks and naps, or waits for them. How many lines, and after how many ms?
///
/// The clock stands still while anything can be executed, and then jumps to the next sleeper.
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main_ends(nap: Option<u64>) -> (u32, u128) {
    let (start, lines) = (Instant::now(), Arc::new(AtomicU32::new(0)));
    let tasks = [(); 2].map(|()| tokio::spawn(task(Arc::clone(&lines))));
    match nap {
        Some(ms) => sleep(Duration::from_millis(ms)).await,
        None => {
            for task in tasks {
                task.await.expect("no task panics");
            }
        }
    }
    (lines.load(Relaxed), start.elapsed().as_millis())
}

fn main() {
    for nap in [Some(300), Some(700), Some(1_200), Some(1_700), Some(3_000), None] {
        let (lines, ms) = main_ends(nap);
        let how = if nap.is_some() { "naps" } else { "waits for both" };
        println!("main {how:14}  {lines:2} of 10 lines, and ends after {ms:4} ms");
    }
}
