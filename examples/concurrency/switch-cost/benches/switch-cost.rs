//! What it costs to hand over, beside a call of a function and a lock that nobody else wants.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::Mutex;
use std::time::Instant;
use switch_cost::relay;

#[inline(never)]
fn call(number: u64) -> u64 {
    black_box(number) + 1
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("switch-cost");
    group.bench_function("call", |b| b.iter(|| call(black_box(1))));
    let lock = Mutex::new(0_u64);
    // It is never poisoned: nothing panics while it is held.
    group.bench_function("lock", |b| b.iter(|| *lock.lock().unwrap() += 1));
    for (id, one_core) in [("turn-one-core", true), ("turn-any-core", false)] {
        group.bench_function(id, |b| {
            b.iter_custom(|turns| {
                let begun = Instant::now();
                relay(u32::try_from(turns).unwrap_or(u32::MAX), 0, one_core);
                begun.elapsed()
            });
        });
    }
    // The same work in all: in two turns, and in twenty thousand.
    group.bench_function("long-turns", |b| b.iter(|| relay(2, 5_000_000, true)));
    group.bench_function("short-turns", |b| b.iter(|| relay(20_000, 500, true)));
    group.finish();
}

criterion_group!(switch_benches, benches);
criterion_main!(switch_benches);
