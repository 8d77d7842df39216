//! The same numbers, sorted by the standard library, by ours with a coarse and a fine cut-off, and by
//! rayon's own sort.

use criterion::{BatchSize, Bencher, Criterion, criterion_group, criterion_main};
use join_sort::{shuffled, sort};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::thread;

const COUNT: u64 = 1_000_000;
const COARSE: usize = 250_000;
const FINE: usize = 8;

fn benches(criterion: &mut Criterion) {
    let numbers = shuffled(COUNT);
    let sorts = |b: &mut Bencher<'_>, sort: &mut dyn FnMut(&mut [u64])| {
        b.iter_batched_ref(|| numbers.clone(), |numbers| sort(numbers), BatchSize::LargeInput);
    };
    let mut group = criterion.benchmark_group("join-sort");
    group.sample_size(10); // Each takes some milliseconds.
    group.bench_function("sequential", |b| sorts(b, &mut |numbers| numbers.sort_unstable()));
    for workers in worker_counts() {
        let pool: ThreadPool = ThreadPoolBuilder::new().num_threads(workers).build().unwrap(); // A few threads.
        group.bench_function(format!("join-{workers}"), |b| {
            sorts(b, &mut |numbers| pool.install(|| sort(numbers, COARSE)));
        });
        group.bench_function(format!("fine-{workers}"), |b| {
            sorts(b, &mut |numbers| pool.install(|| sort(numbers, FINE)));
        });
        group.bench_function(format!("rayon-{workers}"), |b| {
            sorts(b, &mut |numbers| pool.install(|| numbers.par_sort_unstable()));
        });
    }
    group.finish();
}

/// One worker, two, four and so on, up to twice the CPUs: more than these can gain nothing.
fn worker_counts() -> impl Iterator<Item = usize> {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    (0..).map(|power| 1 << power).take_while(move |&workers| workers <= 2 * cpus)
}

criterion_group!(join_sort_benches, benches);
criterion_main!(join_sort_benches);
