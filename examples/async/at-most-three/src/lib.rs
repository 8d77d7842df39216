//! Requests of known lengths, and a limit on how many may be in progress.

use std::sync::Arc;
use std::time::Duration;
use timeline::{Model, Run};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

// ANCHOR: limited
/// Requests that take so many milliseconds, of which at most `limit` are in progress at once.
///
/// The clock is virtual: it stands still while anything can be executed.
#[tokio::main(flavor = "current_thread", start_paused = true)]
pub async fn limited(requests: &[u64], limit: usize) -> Run {
    let (start, places) = (Instant::now(), Arc::new(Semaphore::new(limit)));
    let mut tasks = JoinSet::new();
    for (number, &ms) in requests.iter().enumerate() {
        let places = Arc::clone(&places);
        tasks.spawn(async move {
            let _place = places.acquire().await.expect("nobody closes it");
            let began = start.elapsed();
            sleep(Duration::from_millis(ms)).await;
            (number, began, start.elapsed())
        });
    }
    let mut finished = tasks.join_all().await;

    finished.sort();
    let mut run = Model::new(&format!("at most {limit}"), "ms");
    for (number, began, ended) in finished {
        let name = format!("request {}", number + 1);
        run.started(&name, began.as_millis() as u64);
        run.finished(&name, ended.as_millis() as u64);
    }
    run.finish()
}
// ANCHOR_END: limited
