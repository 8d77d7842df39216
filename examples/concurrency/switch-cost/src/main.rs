//! The same work in ever shorter turns, on one core and on any: what the switches cost.
//!
//! Run it: `cargo run -p switch-cost`

use std::time::Instant;
use switch_cost::relay;

/// All the work there is, for both threads together.
const WORK: u32 = 1_000_000;

fn main() {
    println!("  turns     on one core    on any core");
    for turns in [2, 20, 200, 2_000, 20_000] {
        let [one, any] = [true, false].map(|one_core| {
            let begun = Instant::now();
            relay(turns, WORK / turns, one_core);
            begun.elapsed().as_secs_f64() * 1e3
        });
        println!("{turns:7} {one:12.1} ms {any:11.1} ms");
    }
}
