//! One sum, three ways: in one go, by two threads of our own, by rayon's.

use rayon::prelude::*;
use std::thread;
use tracing::info_span;

/// What each number adds to the sum: how many ones its square has in binary.
fn ones_of_square(number: &u64) -> u64 {
    u64::from(number.wrapping_mul(*number).count_ones())
}

/// In one go.
pub fn sequential(numbers: &[u64]) -> u64 {
    numbers.iter().map(ones_of_square).sum()
}

/// A part for each of `workers` threads, which borrow the numbers.
pub fn scoped(numbers: &[u64], workers: usize) -> u64 {
    let part = numbers.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let sum = |part| info_span!("part").in_scope(|| sequential(part));
        let threads: Vec<_> =
            numbers.chunks(part).map(|part| scope.spawn(move || sum(part))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum() // None panics.
    })
}

/// The same program as [`sequential`], with rayon's iterator.
pub fn rayon(numbers: &[u64]) -> u64 {
    numbers.par_iter().map(ones_of_square).sum()
}

/// The numbers `0..count`.
pub fn numbers(count: u64) -> Vec<u64> {
    (0..count).collect()
}
