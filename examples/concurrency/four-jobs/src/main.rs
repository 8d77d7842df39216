//! Four jobs, first with a worker each, then shared by a pool of two: the results are the same.
//!
//! Run it: `cargo run -p four-jobs`

use rayon::prelude::*;
use std::error::Error;
use std::thread;

const JOBS: [u32; 4] = [1, 2, 3, 4];

/// How many primes there are below so many thousand.
fn work(thousands: u32) -> usize {
    let is_prime = |n: &u32| (2..*n).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    (2..thousands * 1_000).filter(is_prime).count()
}

fn main() -> Result<(), Box<dyn Error>> {
    let results = thread::scope(|scope| {
        let threads = JOBS.map(|job| scope.spawn(move || work(job)));
        threads.map(|thread| thread.join().expect("no job panics"))
    });
    println!("a worker each: {results:?}");

    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    let results: Vec<_> = pool.install(|| JOBS.par_iter().map(|&job| work(job)).collect());
    println!("a pool of two: {results:?}");
    Ok(())
}
