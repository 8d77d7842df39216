//! What it takes until a thousand have begun, have all waited for all, and have ended.

use criterion::{Criterion, criterion_group, criterion_main};
use task_weight::{tasks, threads};

const COUNT: usize = 1_000;

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("task-weight");
    group.bench_function("tasks", |b| b.iter(|| tasks(COUNT)));
    group.bench_function("threads", |b| b.iter(|| threads(COUNT).expect("a thousand are given")));
    group.finish();
}

criterion_group!(task_weight_benches, benches);
criterion_main!(task_weight_benches);
