//! The three ways of `matmul`, on the same two matrices.

use ::rayon::ThreadPoolBuilder;
use criterion::{Criterion, criterion_group, criterion_main};
use matmul::{Matrix, rayon, scoped, sequential};
use std::hint::black_box;
use std::thread;

fn benches(criterion: &mut Criterion) {
    let a = Matrix::new(256, |row, column| ((row + column) % 7) as f64);
    let b = Matrix::new(256, |row, column| ((row * column) % 5) as f64);
    let mut group = criterion.benchmark_group("matmul");
    group.bench_function("sequential", |bencher| {
        bencher.iter(|| sequential(black_box(&a), black_box(&b)));
    });
    for workers in worker_counts() {
        group.bench_function(format!("scoped-{workers}"), |bencher| {
            bencher.iter(|| scoped(black_box(&a), black_box(&b), workers));
        });
        let pool = ThreadPoolBuilder::new().num_threads(workers).build().unwrap(); // A few threads.
        group.bench_function(format!("rayon-{workers}"), |bencher| {
            bencher.iter(|| pool.install(|| rayon(black_box(&a), black_box(&b))));
        });
    }
    group.finish();
}

/// One worker, two, four and so on, up to twice the CPUs: more than these can gain nothing.
fn worker_counts() -> impl Iterator<Item = usize> {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    (0..).map(|power| 1 << power).take_while(move |&workers| workers <= 2 * cpus)
}

criterion_group!(matmul_benches, benches);
criterion_main!(matmul_benches);
