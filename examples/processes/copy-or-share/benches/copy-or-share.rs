//! The same sum, of numbers that stay here, are sent through pipes, or are shared.

use copy_or_share::Workers;
use criterion::{Criterion, criterion_group, criterion_main};
use std::path::Path;

fn benches(criterion: &mut Criterion) {
    let program = Path::new(env!("CARGO_BIN_EXE_copy-or-share"));
    let mut workers = Workers::start(program, 1 << 22).unwrap(); // It is built.
    let mut group = criterion.benchmark_group("copy-or-share");
    group.bench_function("one-process", |b| b.iter(|| workers.here()));
    group.bench_function("copied", |b| b.iter(|| workers.copied().unwrap())); // They are there.
    group.bench_function("shared", |b| b.iter(|| workers.shared().unwrap())); // They are there.
    group.finish();
}

criterion_group!(copy_or_share_benches, benches);
criterion_main!(copy_or_share_benches);
