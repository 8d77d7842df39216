//! One task on one thread, and independent additions: parallel hardware without a second task.
//!
//! Run it: `cargo run -p simd-one-task`

use std::hint::black_box;
use tracing::info_span;

const COUNT: usize = 1 << 20;
const TIMES: usize = 50;

/// One running sum: each addition waits for the one before it.
fn one_lane(numbers: &[f32]) -> f32 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

/// Eight independent running sums, for the compiler to put into vector registers.
fn eight_lanes(numbers: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    for eight in numbers.chunks_exact(8) {
        for (sum, number) in sums.iter_mut().zip(eight) {
            *sum += number;
        }
    }
    sums.iter().sum()
}

fn main() {
    // Small whole numbers, so that every order of additions gives exactly the same sum.
    let numbers: Vec<f32> = (0..COUNT).map(|i| (i % 8) as f32).collect();

    let recorder = timeline::start("one task at a time");
    let sums = [("one lane", one_lane as fn(&[f32]) -> f32), ("eight lanes", eight_lanes)].map(
        |(name, sum)| {
            let _task = info_span!("add", name).entered();
            (0..TIMES).fold(0.0, |_, _| sum(black_box(&numbers)))
        },
    );
    let run = recorder.finish();

    for (task, sum) in run.tasks.iter().zip(sums) {
        let nanoseconds = (task.end.unwrap_or(0) - task.start) as f64 / (COUNT * TIMES) as f64;
        println!("{:16} sum {sum}, {nanoseconds:.2} ns a number", task.name);
    }
    println!("in progress at once: {}", run.max_in_progress());
    println!("executing at once:   {}", run.max_executing());
}
