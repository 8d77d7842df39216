//! Jobs of growing length in two threads: in equal parts, and by stealing.
//!
//! Run it: `cargo run -p mini-steal`

use mini_steal::{growing, in_parts, stealing};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use tracing::info_span;

const JOBS: usize = 16;

fn main() {
    let done: [AtomicUsize; JOBS] = Default::default();
    let job = |number: usize| {
        let _task = info_span!("job", number).entered();
        for _ in 0..100 {
            growing(number, 2_000);
            timeline::tick();
        }
        done[number].fetch_add(1, Relaxed);
    };

    let run = timeline::start("in equal parts");
    in_parts(2, 0..JOBS, job);
    run.finish();
    let run = timeline::start("stealing");
    let stolen = stealing(2, 0..JOBS, job);
    run.finish();

    for (worker, stolen) in stolen.iter().enumerate() {
        println!("thread {} stole jobs {stolen:?}", worker + 1);
    }
    let twice = done.iter().all(|done| done.load(Relaxed) == 2);
    println!("each job was done once in either way: {twice}");
}
