//! A small job and a second thread: where does starting one begin to pay? And having one ready?

use std::hint::black_box;
use std::thread;

// ANCHOR: program
/// Some work for each number of a range; the compiler cannot shorten it.
pub fn alone(from: u64, to: u64) -> u64 {
    (from..to).map(|number| black_box(number).wrapping_mul(number).count_ones() as u64).sum()
}

/// The same work, one half of it in a thread that is started for it.
pub fn shared(from: u64, to: u64) -> u64 {
    let middle = from + (to - from) / 2;
    thread::scope(|scope| {
        let half = scope.spawn(move || alone(from, middle));
        alone(middle, to) + half.join().unwrap() // It does not panic.
    })
}

/// The same work, one half of it for whoever is free in rayon's pool.
pub fn pooled(from: u64, to: u64) -> u64 {
    let middle = from + (to - from) / 2;
    let (one, other) = rayon::join(|| alone(from, middle), || alone(middle, to));
    one + other
}
// ANCHOR_END: program
