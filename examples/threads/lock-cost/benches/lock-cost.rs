//! What a lock costs: where nobody else wants it, where two do, and where what it guards takes long.

use criterion::{Criterion, criterion_group, criterion_main};
use lock_cost::{alone, locked, locked_once, long_looks, long_reads, looks, reads};
use std::hint::black_box;

const TIMES: u64 = 100_000;

fn benches(criterion: &mut Criterion) {
    let list: Vec<u64> = (0..20_000).collect();
    let mut group = criterion.benchmark_group("lock-cost");
    group.bench_function("alone", |b| b.iter(|| alone(black_box(TIMES))));
    group.bench_function("mutex-1", |b| b.iter(|| locked(1, black_box(TIMES))));
    group.bench_function("mutex-2", |b| b.iter(|| locked(2, black_box(TIMES))));
    group.bench_function("once-2", |b| b.iter(|| locked_once(2, black_box(TIMES))));
    group.bench_function("looks", |b| b.iter(|| looks(black_box(TIMES))));
    group.bench_function("reads", |b| b.iter(|| reads(black_box(TIMES))));
    group.bench_function("long-looks", |b| b.iter(|| long_looks(&list, black_box(2_000))));
    group.bench_function("long-reads", |b| b.iter(|| long_reads(&list, black_box(2_000))));
    group.finish();
}

criterion_group!(lock_cost_benches, benches);
criterion_main!(lock_cost_benches);
