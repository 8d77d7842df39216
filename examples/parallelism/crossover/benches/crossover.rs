//! Jobs of growing size, alone and shared with a thread that is started for them.

use criterion::{Criterion, criterion_group, criterion_main};
use crossover::{alone, shared};

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("crossover");
    for count in [100, 1_000, 10_000, 100_000, 1_000_000] {
        group.bench_function(format!("alone-{count}"), |b| b.iter(|| alone(0, count)));
        group.bench_function(format!("shared-{count}"), |b| b.iter(|| shared(0, count)));
    }
    group.finish();
}

criterion_group!(crossover_benches, benches);
criterion_main!(crossover_benches);
