//! The same work alone, shared with a second thread and in a pool, for jobs of growing size.
//!
//! Run it: `cargo run -p crossover`

use crossover::{alone, pooled, shared};

fn main() {
    for count in [100, 1_000, 10_000, 100_000, 1_000_000] {
        let sum = alone(0, count);
        let same = shared(0, count) == sum && pooled(0, count) == sum;
        println!("{count:8} numbers: the same sum, alone, shared and pooled: {same}");
    }
}
