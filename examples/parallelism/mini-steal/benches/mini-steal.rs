//! The growing jobs in one thread, and in two: in equal parts, and by stealing.

use criterion::{Criterion, criterion_group, criterion_main};
use mini_steal::{growing, in_parts, stealing};

const JOBS: usize = 64;

fn benches(criterion: &mut Criterion) {
    let job = |number| growing(number, 5_000);
    let mut group = criterion.benchmark_group("mini-steal");
    group.sample_size(10); // Each takes some milliseconds.
    group.bench_function("sequential", |b| b.iter(|| (0..JOBS).for_each(job)));
    for workers in [1, 2] {
        group.bench_function(format!("parts-{workers}"), |b| {
            b.iter(|| in_parts(workers, 0..JOBS, job));
        });
        group.bench_function(format!("stealing-{workers}"), |b| {
            b.iter(|| stealing(workers, 0..JOBS, job));
        });
    }
    group.finish();
}

criterion_group!(mini_steal_benches, benches);
criterion_main!(mini_steal_benches);
