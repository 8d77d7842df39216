//! The same work alone and shared with a second thread, for jobs of growing size.
//!
//! Run it: `cargo run -p crossover`

use crossover::{alone, shared};

fn main() {
    for count in [100, 1_000, 10_000, 100_000, 1_000_000] {
        assert_eq!(alone(0, count), shared(0, count));
        println!("{count:8} numbers: the same sum, alone and shared");
    }
}
