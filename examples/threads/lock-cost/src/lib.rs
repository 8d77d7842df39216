//! One count: alone, with locks that nobody else wants, and with locks that two want. And looks at
//! what a lock protects, short and long.

use std::hint::black_box;
use std::sync::{Mutex, RwLock};
use std::thread;

/// Adds one, so often, without a lock.
pub fn alone(times: u64) -> u64 {
    let mut count = 0;
    for _ in 0..times {
        *black_box(&mut count) += 1;
    }
    count
}

/// The same with a mutex around each addition, by so many threads together.
pub fn locked(threads: u64, times: u64) -> u64 {
    let count = Mutex::new(0);
    together(threads, || {
        for _ in 0..times / threads {
            *count.lock().expect("nobody panics") += 1;
        }
    });
    count.into_inner().expect("nobody panics")
}

/// Each thread counts by itself, and takes the lock once, at its end.
pub fn locked_once(threads: u64, times: u64) -> u64 {
    let count = Mutex::new(0);
    together(threads, || {
        let mine = alone(times / threads);
        *count.lock().expect("nobody panics") += mine;
    });
    count.into_inner().expect("nobody panics")
}

/// Looks at a number in a mutex so often; the sum of what it saw.
pub fn looks(times: u64) -> u64 {
    let one = Mutex::new(1);
    (0..times).map(|_| *black_box(&one).lock().expect("nobody panics")).sum()
}

/// The same with a lock for many readers.
pub fn reads(times: u64) -> u64 {
    let one = RwLock::new(1);
    (0..times).map(|_| *black_box(&one).read().expect("nobody panics")).sum()
}

/// Two threads add up a long list, over and over, each time with the mutex in hand.
pub fn long_looks(list: &[u64], times: u64) -> u64 {
    let list = Mutex::new(list);
    locked_once_each(times, || black_box(&list.lock().expect("nobody panics")).iter().sum())
}

/// The same with a lock for many readers.
pub fn long_reads(list: &[u64], times: u64) -> u64 {
    let list = RwLock::new(list);
    locked_once_each(times, || black_box(&list.read().expect("nobody panics")).iter().sum())
}

/// Two threads, which do `one` so often in all; the sum of what it gave.
fn locked_once_each(times: u64, one: impl Fn() -> u64 + Sync) -> u64 {
    let total = Mutex::new(0);
    together(2, || {
        let mine: u64 = (0..times / 2).map(|_| one()).sum();
        *total.lock().expect("nobody panics") += mine;
    });
    total.into_inner().expect("nobody panics")
}

fn together(threads: u64, work: impl Fn() + Sync) {
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(&work);
        }
    });
}
