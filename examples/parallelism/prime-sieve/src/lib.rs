//! The first primes, by a chain of threads and by a loop.

use std::iter;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use tracing::info_span;

// ANCHOR: chain
/// Sends on the numbers that `prime` does not divide, until nobody wants any more.
fn filter(prime: u32, numbers: Receiver<u32>, rest: SyncSender<u32>) {
    let _task = info_span!("divide by", prime).entered();
    for number in numbers {
        if number % prime != 0 && rest.send(number).is_err() {
            return;
        }
    }
}

/// A thread that counts, and behind it one more for each prime that is found.
pub fn by_threads(count: usize) -> Vec<u32> {
    thread::scope(|scope| {
        let (all, mut numbers) = sync_channel(0); // Who sends waits until the other has received.
        scope.spawn(move || {
            let _task = info_span!("count").entered();
            (2..).try_for_each(|number| all.send(number))
        });
        let next_prime = || {
            let prime = numbers.recv().ok()?;
            let (rest, passed) = sync_channel(0);
            let numbers = std::mem::replace(&mut numbers, passed);
            scope.spawn(move || filter(prime, numbers, rest));
            Some(prime)
        };
        iter::from_fn(next_prime).take(count).collect()
    })
}
// ANCHOR_END: chain

/// The same divisions in the same order, in a loop.
pub fn by_loop(count: usize) -> Vec<u32> {
    let mut primes: Vec<u32> = Vec::new();
    for number in 2.. {
        if primes.len() == count {
            break;
        }
        if primes.iter().all(|prime| number % prime != 0) {
            primes.push(number);
        }
    }
    primes
}
