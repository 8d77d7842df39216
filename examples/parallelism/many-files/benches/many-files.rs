//! The two ways of `many-files`, on the same four hundred files in memory.

use criterion::{Criterion, criterion_group, criterion_main};
use many_files::{in_parallel, one_by_one, write};

fn benches(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let files = write(folder.path(), 400).expect("files can be written there");
    let mut group = criterion.benchmark_group("many-files");
    group.bench_function("one-by-one", |b| b.iter(|| one_by_one(&files).expect("they are there")));
    group
        .bench_function("in-parallel", |b| b.iter(|| in_parallel(&files).expect("they are there")));
    group.finish();
}

criterion_group!(file_benches, benches);
criterion_main!(file_benches);
