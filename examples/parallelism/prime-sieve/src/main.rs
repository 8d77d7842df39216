//! Every prime has a thread of its own, which sends on what it does not divide.
//!
//! Run it: `cargo run -p prime-sieve`

use prime_sieve::{by_loop, by_threads};

fn main() {
    let run = timeline::start("a thread for each prime");
    let primes = by_threads(25);
    run.finish();
    assert_eq!(primes, by_loop(25));
    for row in primes.chunks(5) {
        let row: Vec<_> = row.iter().map(u32::to_string).collect();
        println!("{}", row.join(" "));
    }
}
