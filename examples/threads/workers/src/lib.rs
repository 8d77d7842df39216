//! A fixed amount of work, divided among as many workers as you like.

use std::hint::black_box;
use std::thread;
use tracing::info_span;

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
    let share = |first: usize| {
        let pieces = (first as u64..PIECES).step_by(workers);
        info_span!("share").in_scope(|| pieces.map(piece).fold(0, u64::wrapping_add))
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|first| scope.spawn(move || share(first))).collect();
        let sums = threads.into_iter().map(|thread| thread.join().expect("no worker panics"));
        sums.fold(0, u64::wrapping_add)
    })
}
