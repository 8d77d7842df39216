//! The three ways of `sum`, on the same four million numbers.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use sum::{numbers, rayon, scoped, sequential};

fn benches(criterion: &mut Criterion) {
    let numbers = numbers(1 << 22);
    let mut group = criterion.benchmark_group("sum");
    group.bench_function("sequential", |b| b.iter(|| sequential(black_box(&numbers))));
    for workers in [1, 2] {
        let id = format!("scoped-{workers}");
        group.bench_function(id, |b| b.iter(|| scoped(black_box(&numbers), workers)));
    }
    group.bench_function("rayon", |b| b.iter(|| rayon(black_box(&numbers))));
    group.finish();
}

criterion_group!(sum_benches, benches);
criterion_main!(sum_benches);
