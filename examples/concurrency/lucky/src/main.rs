//! A program that is wrong, and nearly always right.
//!
//! Run it: `cargo run -p lucky`

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

const RUNS: u32 = 10_000;

/// Two cooks add an onion each to what they find; the onions that are counted in the end.
fn count(together: bool) -> u32 {
    let (onions, ready) = (AtomicU32::new(0), AtomicU32::new(0));
    let cook = || {
        ready.fetch_add(1, Relaxed);
        while together && ready.load(Relaxed) < 2 {
            thread::yield_now();
        }
        let found = onions.load(Relaxed);
        onions.store(found + 1, Relaxed);
    };
    thread::scope(|scope| {
        scope.spawn(cook);
        scope.spawn(cook);
    });
    onions.into_inner()
}

fn main() {
    for (together, how) in [(false, "as it is:"), (true, "together:")] {
        let lost = (0..RUNS).filter(|_| count(together) < 2).count();
        println!("{how} an onion is lost in {lost:4} of {RUNS} runs");
    }
}
