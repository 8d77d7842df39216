//! The primes below a hundred thousand, in one go and shared out: the same numbers in the same order.
//!
//! Run it: `cargo run -p primes`

use primes::{parallel, sequential};

fn main() {
    let primes = sequential(100_000);
    let last = primes.last().expect("there are primes below a hundred thousand");
    println!("in one go   {} primes, the last is {last}", primes.len());
    println!("shared out  the same in the same order: {}", parallel(100_000) == primes);
}
