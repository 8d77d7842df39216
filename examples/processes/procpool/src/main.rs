//! The notes' `executor.map(work, [1, 2, 3, 4])`, on two worker processes, one of which is killed.
//!
//! Run it: `cargo run -p procpool`

use procpool::Pool;
use std::error::Error;
use tracing::info_span;

// ANCHOR: program
/// How many primes there are below so many times thirty thousand.
fn work(number: u64) -> usize {
    let _run = timeline::start("a job");
    let _task = info_span!("job", number).entered();
    let is_prime = |n: &u64| (2..).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    (2..number * 30_000).filter(is_prime).count()
}

fn main() -> Result<(), Box<dyn Error>> {
    let pool = Pool::start(work, 2)?; // A worker goes no further than this line.

    let run = timeline::start("two workers");
    println!("{:?}", pool.map([1, 2, 3, 4])?);
    run.finish();

    pool.kill(0)?;
    println!("a worker was killed");

    let run = timeline::start("two workers, and one of them was killed before");
    println!("{:?}", pool.map([1, 2, 3, 4])?);
    run.finish();
    Ok(())
}
// ANCHOR_END: program
