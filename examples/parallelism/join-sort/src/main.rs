//! Sorts numbers by splitting them in two, again and again, and records who did what.
//!
//! Run it: `cargo run -p join-sort`

use join_sort::{shuffled, sort};

fn main() {
    let mut numbers = shuffled(200_000);
    let mut expected = numbers.clone();
    expected.sort_unstable();

    rayon::join(|| (), || ()); // Starts rayon's threads, which the recording is not about.
    let run = timeline::start("split, and sort both parts");
    rayon::scope(|_| sort(&mut numbers, 30_000)); // Within the pool from the start.
    let run = run.finish();

    let count = |name: &str| run.tasks.iter().filter(|task| task.name.starts_with(name)).count();
    println!("split {} times, sorted {} parts", count("split"), count("sort"));
    println!("the same as sort_unstable: {}", numbers == expected);
}
