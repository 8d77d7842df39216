//! Note 004's second program with crossbeam's WaitGroup, and with something to compute.
//!
//! Run it: `cargo run -p wait-group`

use crossbeam::sync::WaitGroup;
use std::thread;

/// How many numbers up to `id` hundred thousand seven divides.
fn compute(id: u32) -> usize {
    (1..=id * 100_000).filter(|number| number % 7 == 0).count()
}

fn main() {
    let group = WaitGroup::new();
    for id in 1..=4 {
        let member = group.clone(); // Go: wg.Add(1)
        thread::spawn(move || {
            println!("task {id}: {}", compute(id));
            drop(member); // Go: wg.Done()
        });
    }
    group.wait();
}
