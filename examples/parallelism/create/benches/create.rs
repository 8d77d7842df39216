//! What it costs to start something that does nothing, and to wait for its end.

use create::{process, task, thread};
use criterion::{Criterion, criterion_group, criterion_main};
use std::path::Path;

fn benches(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap(); // Needs nothing.
    let program = Path::new(env!("CARGO_BIN_EXE_create"));
    let mut group = criterion.benchmark_group("create");
    group.bench_function("task", |b| b.iter(|| runtime.block_on(task())));
    group.bench_function("thread", |b| b.iter(thread));
    group.bench_function("process", |b| b.iter(|| process(program).unwrap())); // It is built.
    group.finish();
}

criterion_group!(create_benches, benches);
criterion_main!(create_benches);
