//! How many times as fast are several workers, if each job is longer than the one before?
//!
//! Run it: `cargo run -p skewed`

use skewed::{JOBS, in_parts, longest_first, minutes, next_free};

fn main() {
    let alone: u64 = (0..JOBS).map(minutes).sum();
    println!("one worker: {alone} min");
    println!("workers   in equal parts   the next job   the longest first");
    for workers in [2, 4, 8] {
        let speed_ups = [in_parts, next_free, longest_first].map(|way| {
            let model = way(JOBS, workers);
            // One size of team is enough for the pictures.
            let run = if workers == 4 { model.finish() } else { model.run() };
            alone as f64 / run.makespan() as f64
        });
        let [in_parts, next_free, longest_first] = speed_ups;
        println!("{workers:7} {in_parts:15.2}× {next_free:13.2}× {longest_first:18.2}×");
    }
}
