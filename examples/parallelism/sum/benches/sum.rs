//! The three ways of `sum`, on the same four million numbers.

use ::rayon::ThreadPoolBuilder;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::thread;
use sum::{numbers, rayon, scoped, sequential};

fn benches(criterion: &mut Criterion) {
    let numbers = numbers(1 << 22);
    let mut group = criterion.benchmark_group("sum");
    group.bench_function("sequential", |b| b.iter(|| sequential(black_box(&numbers))));
    for workers in worker_counts() {
        let id = format!("scoped-{workers}");
        group.bench_function(id, |b| b.iter(|| scoped(black_box(&numbers), workers)));
        let pool = ThreadPoolBuilder::new().num_threads(workers).build().unwrap(); // A few threads.
        let id = format!("rayon-{workers}");
        group.bench_function(id, |b| b.iter(|| pool.install(|| rayon(black_box(&numbers)))));
    }
    group.finish();
}

/// One worker, two, four and so on, up to twice the CPUs: more than these can gain nothing.
fn worker_counts() -> impl Iterator<Item = usize> {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    (0..).map(|power| 1 << power).take_while(move |&workers| workers <= 2 * cpus)
}

criterion_group!(sum_benches, benches);
criterion_main!(sum_benches);
