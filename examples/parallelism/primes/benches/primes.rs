//! The same primes in one go, and by rayon with one worker, two, and so on.

use criterion::{Criterion, criterion_group, criterion_main};
use primes::{parallel, sequential};
use rayon::ThreadPoolBuilder;
use std::hint::black_box;
use std::thread;

const BELOW: u64 = 100_000;

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("primes");
    group.sample_size(10); // Each takes some milliseconds.
    group.bench_function("sequential", |b| b.iter(|| sequential(black_box(BELOW))));
    for workers in worker_counts() {
        let pool = ThreadPoolBuilder::new().num_threads(workers).build().unwrap(); // A few threads.
        group.bench_function(format!("rayon-{workers}"), |b| {
            b.iter(|| pool.install(|| parallel(black_box(BELOW))));
        });
    }
    group.finish();
}

/// One worker, two, four and so on, up to twice the CPUs: more than these can gain nothing.
fn worker_counts() -> impl Iterator<Item = usize> {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    (0..).map(|power| 1 << power).take_while(move |&workers| workers <= 2 * cpus)
}

criterion_group!(primes_benches, benches);
criterion_main!(primes_benches);
