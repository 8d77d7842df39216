//! A fixed amount of work, divided among as many workers as you like.

use std::hint::black_box;
use std::thread;
use tracing::{Span, info_span};

/// The pieces of the work.
const PIECES: u64 = 4_000;

/// One piece, and a note of the time.
fn piece(number: u64) -> u64 {
    let sum = (0..5_000).fold(number, |sum, step| black_box(sum ^ step));
    timeline::tick();
    sum
}

/// All pieces: worker one of three takes the first, the fourth, the seventh, and so on.
pub fn work(workers: usize) -> u64 {
    // All are dealt before the first is begun, so that so many are in progress on any machine.
    let shares: Vec<_> = (0..workers).map(|first| (first, info_span!("share"))).collect();
    thread::scope(|scope| {
        let begin = |(first, share): (usize, Span)| {
            let pieces = (first as u64..PIECES).step_by(workers);
            scope.spawn(move || share.in_scope(|| pieces.map(piece).fold(0, u64::wrapping_add)))
        };
        let threads: Vec<_> = shares.into_iter().map(begin).collect();
        let sums = threads.into_iter().map(|thread| thread.join().expect("no worker panics"));
        sums.fold(0, u64::wrapping_add)
    })
}
