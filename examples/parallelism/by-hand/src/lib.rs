//! How often each letter stands in a text: in one go, and by threads that each get a part of it.

use std::thread;

/// How often each letter occurs, `a` first.
pub type Counts = [usize; 26];

// ANCHOR: std
/// In one go.
pub fn count(text: &[u8]) -> Counts {
    let mut counts = [0; 26];
    for letter in text.iter().filter(|byte| byte.is_ascii_lowercase()) {
        counts[usize::from(letter - b'a')] += 1;
    }
    counts
}

/// Shared out by hand: a part of the text and a table of its own for each of `workers` threads.
pub fn by_hand(text: &[u8], workers: usize) -> Counts {
    thread::scope(|scope| {
        let threads: Vec<_> =
            parts(text, workers).map(|part| scope.spawn(move || count(part))).collect();
        let tables =
            threads.into_iter().map(|thread| thread.join().expect("counting cannot panic"));
        tables.fold([0; 26], add)
    })
}

/// As many parts as there are workers, or fewer where the text is short.
fn parts(text: &[u8], workers: usize) -> impl Iterator<Item = &[u8]> {
    text.chunks(text.len().div_ceil(workers).max(1))
}

fn add(mut one: Counts, other: Counts) -> Counts {
    one.iter_mut().zip(other).for_each(|(one, other)| *one += other);
    one
}
// ANCHOR_END: std

// ANCHOR: crossbeam
/// The same with crossbeam's scope, which is older than the one in `std`.
pub fn by_crossbeam(text: &[u8], workers: usize) -> Counts {
    crossbeam::scope(|scope| {
        let threads: Vec<_> =
            parts(text, workers).map(|part| scope.spawn(move |_| count(part))).collect();
        let tables =
            threads.into_iter().map(|thread| thread.join().expect("counting cannot panic"));
        tables.fold([0; 26], add)
    })
    .expect("every thread was joined above")
}
// ANCHOR_END: crossbeam
