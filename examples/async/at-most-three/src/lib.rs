//! Requests of known lengths, and a limit on how many may be in progress.

use futures_util::stream::{self, StreamExt};
use std::sync::Arc;
use std::time::Duration;
use timeline::{Model, Run};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

// ANCHOR: limited
/// A request that takes so many milliseconds: its number, and when it began and ended.
async fn request(number: usize, ms: u64, start: Instant) -> (usize, Duration, Duration) {
    let began = start.elapsed();
    sleep(Duration::from_millis(ms)).await;
    (number, began, start.elapsed())
}

/// A task each, of which at most `limit` have a request in progress at once.
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
            request(number, ms, start).await
        });
    }
    run(limit, tasks.join_all().await)
}
// ANCHOR_END: limited

// ANCHOR: streamed
/// One task for all. A request is not even made before there is a place for it.
#[tokio::main(flavor = "current_thread", start_paused = true)]
pub async fn streamed(requests: &[u64], limit: usize) -> Run {
    let start = Instant::now();
    let requests = requests.iter().enumerate().map(|(number, &ms)| request(number, ms, start));
    run(limit, stream::iter(requests).buffer_unordered(limit).collect().await)
}
// ANCHOR_END: streamed

fn run(limit: usize, mut finished: Vec<(usize, Duration, Duration)>) -> Run {
    finished.sort();
    let mut run = Model::new(&format!("at most {limit}"), "ms");
    for (number, began, ended) in finished {
        let name = format!("request {}", number + 1);
        run.started(&name, began.as_millis() as u64);
        run.finished(&name, ended.as_millis() as u64);
    }
    run.finish()
}
