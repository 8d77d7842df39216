//! Sorts numbers by splitting them in two, again and again, and records which of two workers did what.
//!
//! Run it: `cargo run -p join-sort`

use join_sort::{shuffled, sort};
use rayon::ThreadPoolBuilder;

fn main() {
    let mut numbers = shuffled(200_000);
    let mut expected = numbers.clone();
    expected.sort_unstable();

    let pool = ThreadPoolBuilder::new().num_threads(2).build();
    let pool = pool.expect("the system has a few threads for us");
    pool.broadcast(|_| ()); // Its threads have begun: the recording is not about that.
    let run = timeline::start("split, and sort both parts");
    pool.install(|| sort(&mut numbers, 30_000));
    let run = run.finish();

    let count = |name: &str| run.tasks.iter().filter(|task| task.name.starts_with(name)).count();
    println!("split {} times, sorted {} parts", count("split"), count("sort"));
    println!("the same as sort_unstable: {}", numbers == expected);
}
