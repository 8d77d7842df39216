//! Counts the letters of a text in one go, and by threads that are started for it.
//!
//! Run it: `cargo run -p by-hand`

use by_hand::{by_crossbeam, by_hand, count};

fn main() {
    let text = "concurrency is dealing with many things, parallelism is doing them ".repeat(10_000);
    let counts = count(text.as_bytes());
    for letter in ['a', 'e', 'i', 'o', 'u'] {
        println!("{letter}: {}", counts[letter as usize - 'a' as usize]);
    }
    for workers in [1, 2, 7] {
        let same = by_hand(text.as_bytes(), workers) == counts
            && by_crossbeam(text.as_bytes(), workers) == counts;
        println!("{workers} threads count the same: {same}");
    }
}
