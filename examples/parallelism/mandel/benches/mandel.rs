//! The same picture in one go, and by rayon with one worker, two, and so on.

use criterion::{Criterion, criterion_group, criterion_main};
use mandel::{parallel, sequential};
use rayon::ThreadPoolBuilder;
use std::hint::black_box;
use std::thread;

const LIMIT: u32 = 2_000;

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("mandel");
    group.sample_size(10); // Each takes some milliseconds.
    group.bench_function("sequential", |b| b.iter(|| sequential(black_box(LIMIT))));
    for workers in worker_counts() {
        let pool = ThreadPoolBuilder::new().num_threads(workers).build().unwrap(); // A few threads.
        group.bench_function(format!("rayon-{workers}"), |b| {
            b.iter(|| pool.install(|| parallel(black_box(LIMIT))));
        });
    }
    group.finish();
}

/// One worker, two, four and so on, up to twice the CPUs: more than these can gain nothing.
fn worker_counts() -> impl Iterator<Item = usize> {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    (0..).map(|power| 1 << power).take_while(move |&workers| workers <= 2 * cpus)
}

criterion_group!(mandel_benches, benches);
criterion_main!(mandel_benches);
