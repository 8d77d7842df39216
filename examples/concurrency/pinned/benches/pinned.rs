//! The same two spinners, wherever the system puts them and both on one core.

use criterion::{Criterion, criterion_group, criterion_main};
use pinned::{compute, two};

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pinned");
    group.bench_function("one-core", |b| b.iter(|| two(compute, true)));
    group.bench_function("any-core", |b| b.iter(|| two(compute, false)));
    group.finish();
}

criterion_group!(pinned_benches, benches);
criterion_main!(pinned_benches);
