//! In how many orders two workers can take their steps, if each keeps to its own order.
//!
//! Run it: `cargo run -p orders`

/// The number of orders of `n` steps of one worker and `n` of the other.
fn orders(n: usize) -> u64 {
    // `ways[b]` is the number of ways to have taken `a` steps of the one and `b` of the other.
    let mut ways = vec![1; n + 1];
    for _a in 1..=n {
        for b in 1..=n {
            // The last step was the one's, or it was the other's.
            ways[b] += ways[b - 1];
        }
    }
    ways[n]
}

fn main() {
    println!("steps each          orders");
    for n in [1, 2, 3, 4, 5, 10, 20] {
        println!("{n:10} {:15}", orders(n));
    }
}
