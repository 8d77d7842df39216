//! A computation on rayon's threads, awaited by a task. The task's own thread stays free.
//!
//! Run it: `cargo run -p bridge`

use rayon::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

// ANCHOR: bridge
/// Has rayon do a job, and gives way until it is done.
async fn on_rayon<R: Send + 'static>(job: impl FnOnce() -> R + Send + 'static) -> R {
    let (send, result) = oneshot::channel();
    rayon::spawn(move || {
        let _ = send.send(job()); // Nobody waits any more if that fails.
    });
    result.await.expect("the job does not panic")
}
// ANCHOR_END: bridge

// ANCHOR: main
static BEATS: AtomicU32 = AtomicU32::new(0);

/// Counts primes, and is not done before the heart has beaten three times.
fn job() -> usize {
    let is_prime = |n: &u32| (2..).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    let primes = (2..100_000_u32).into_par_iter().filter(is_prime).count();
    while BEATS.load(Relaxed) < 3 {
        thread::yield_now();
    }
    primes
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let heart = tokio::spawn(async {
        loop {
            BEATS.fetch_add(1, Relaxed);
            sleep(Duration::from_millis(5)).await;
        }
    });
    println!("{} primes, and the heart did not stop", on_rayon(job).await);
    heart.abort();
}
// ANCHOR_END: main
