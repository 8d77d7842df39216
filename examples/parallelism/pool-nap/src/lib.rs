//! Jobs that only wait, on the workers of rayon.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::thread;
use std::time::{Duration, Instant};
use tracing::info_span;

// ANCHOR: program
/// How long a pool of `workers` takes for so many naps of this length.
pub fn naps(count: u32, nap: Duration, workers: usize) -> Duration {
    let pool = ThreadPoolBuilder::new().num_threads(workers).build();
    let pool = pool.expect("the system has a few threads for us");
    pool.broadcast(|_| ()); // Its threads have begun.
    let begun = Instant::now();
    pool.install(|| {
        (0..count).into_par_iter().with_max_len(1).for_each(|number| {
            info_span!("nap", number).in_scope(|| thread::sleep(nap));
        });
    });
    begun.elapsed()
}

/// What it takes at least: some worker has that many naps or more, one after the other.
pub fn at_least(count: u32, nap: Duration, workers: usize) -> Duration {
    count.div_ceil(workers as u32) * nap
}
// ANCHOR_END: program
