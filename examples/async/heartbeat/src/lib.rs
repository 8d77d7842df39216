//! A heart that wants to beat, and its neighbour on the same thread, who waits in one of three ways.

use std::hint::spin_loop;
use std::thread;
use std::time::{Duration, Instant};
use tokio::task::spawn_blocking;
use tokio::time::sleep;
use tracing::{Instrument, info_span};

/// How long the neighbour waits.
pub const WAIT: Duration = Duration::from_millis(300);

// ANCHOR: ways
/// Gives the thread back until the time is over.
pub async fn gives_way() {
    sleep(WAIT).await;
}

/// Sleeps, and the thread with it.
pub async fn keeps_the_thread() {
    thread::sleep(WAIT);
}

/// Has another thread sleep.
pub async fn sends_another() {
    spawn_blocking(|| thread::sleep(WAIT)).await.expect("it does not panic");
}
// ANCHOR_END: ways

// ANCHOR: heart
/// Beats, and says how long it went without a beat, at the longest.
async fn heart() -> Duration {
    let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
    for _ in 0..10 {
        sleep(Duration::from_millis(50)).await;
        longest = longest.max(last.elapsed());
        last = Instant::now();
        beat();
    }
    longest
}

/// Long enough to be seen in a picture.
fn beat() {
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(3) {
        spin_loop();
    }
}

/// Both on one thread. The neighbour begins when the heart has beaten a few times.
#[tokio::main(flavor = "current_thread")]
pub async fn longest_without_a_beat(neighbour: impl AsyncFnOnce()) -> Duration {
    let heart = tokio::spawn(heart().instrument(info_span!("heart")));
    sleep(Duration::from_millis(120)).await;
    neighbour().instrument(info_span!("neighbour")).await;
    heart.await.expect("it does not panic")
}
// ANCHOR_END: heart
