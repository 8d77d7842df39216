//! The same work, by a worker a core and by four workers a core.

use criterion::{Criterion, criterion_group, criterion_main};
use std::thread::available_parallelism;
use workers::work;

fn benches(criterion: &mut Criterion) {
    let cores = available_parallelism().map_or(1, usize::from);
    let mut group = criterion.benchmark_group("workers");
    group.bench_function("one-a-core", |b| b.iter(|| work(cores)));
    group.bench_function("four-a-core", |b| b.iter(|| work(4 * cores)));
    group.finish();
}

criterion_group!(workers_benches, benches);
criterion_main!(workers_benches);
