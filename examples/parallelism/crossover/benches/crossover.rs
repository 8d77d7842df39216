//! Jobs of growing size: alone, shared with a thread that is started for them, and in a pool that is
//! there already.

use criterion::{Criterion, criterion_group, criterion_main};
use crossover::{alone, pooled, shared};
use rayon::ThreadPoolBuilder;

fn benches(criterion: &mut Criterion) {
    let pool = ThreadPoolBuilder::new().num_threads(2).build().unwrap(); // Two threads.
    let mut group = criterion.benchmark_group("crossover");
    for count in [100, 1_000, 10_000, 100_000, 1_000_000] {
        group.bench_function(format!("alone-{count}"), |b| b.iter(|| alone(0, count)));
        group.bench_function(format!("shared-{count}"), |b| b.iter(|| shared(0, count)));
        // Within the pool: getting a job into it from outside costs something too.
        group.bench_function(format!("pooled-{count}"), |b| {
            pool.install(|| b.iter(|| pooled(0, count)));
        });
    }
    group.finish();
}

criterion_group!(crossover_benches, benches);
criterion_main!(crossover_benches);
