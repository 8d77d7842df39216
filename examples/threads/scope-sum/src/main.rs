//! Threads that borrow: first each changes its own part of a list, then each adds up a part.
//!
//! Run it: `cargo run -p scope-sum`

use std::thread;

fn main() {
    let mut prices = [3, 1, 4, 1, 5, 9];

    // ANCHOR: change
    let (left, right) = prices.split_at_mut(3);
    thread::scope(|scope| {
        scope.spawn(|| left.iter_mut().for_each(|price| *price += 1));
        scope.spawn(|| right.iter_mut().for_each(|price| *price *= 2));
    });
    // ANCHOR_END: change
    println!("prices {prices:?}");

    // ANCHOR: sum
    let sum = |part: &[u32]| part.iter().sum::<u32>();
    let total = thread::scope(|scope| {
        let left = scope.spawn(|| sum(&prices[..3]));
        let right = sum(&prices[3..]);
        left.join().expect("adding up does not panic") + right
    });
    // ANCHOR_END: sum
    println!("total  {total}");
}
