//! A sum in one go, by two threads, and by rayon: the same answer each time.
//!
//! Run it: `cargo run -p sum`

use sum::{numbers, rayon, scoped, sequential};
use tracing::info_span;

fn main() {
    let numbers = numbers(1 << 22);
    let one = timeline::start("in one go");
    let sums = [info_span!("part").in_scope(|| sequential(&numbers))];
    one.finish();
    let two = timeline::start("two threads");
    let sums = [sums[0], scoped(&numbers, 2), rayon(&numbers)];
    two.finish();

    for (way, sum) in ["in one go", "two threads", "rayon"].into_iter().zip(sums) {
        println!("{way:12} {sum}");
    }
}
