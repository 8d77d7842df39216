//! The three ways of `matmul`, on the same two matrices.

use criterion::{Criterion, criterion_group, criterion_main};
use matmul::{Matrix, rayon, scoped, sequential};
use std::hint::black_box;

fn benches(criterion: &mut Criterion) {
    let a = Matrix::new(256, |row, column| ((row + column) % 7) as f64);
    let b = Matrix::new(256, |row, column| ((row * column) % 5) as f64);
    let mut group = criterion.benchmark_group("matmul");
    group.bench_function("sequential", |bencher| {
        bencher.iter(|| sequential(black_box(&a), black_box(&b)));
    });
    for workers in [1, 2] {
        group.bench_function(format!("scoped-{workers}"), |bencher| {
            bencher.iter(|| scoped(black_box(&a), black_box(&b), workers));
        });
    }
    group.bench_function("rayon", |bencher| bencher.iter(|| rayon(black_box(&a), black_box(&b))));
    group.finish();
}

criterion_group!(matmul_benches, benches);
criterion_main!(matmul_benches);
