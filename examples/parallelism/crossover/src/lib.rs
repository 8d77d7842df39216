//! A small job and a second thread: where does starting one begin to pay?

use std::hint::black_box;
use std::thread;

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
