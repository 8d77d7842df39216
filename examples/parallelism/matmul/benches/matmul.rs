//! Three algorithms on one thread, two of them on several, and the crate that others use.

use ::rayon::ThreadPoolBuilder;
use criterion::{Criterion, criterion_group, criterion_main};
use matmul::{Matrix, blocked, by_rows, in_one_go, naive, rayon, scoped};
use std::hint::black_box;
use std::thread;

const SIDE: usize = 384;

fn benches(criterion: &mut Criterion) {
    let a = Matrix::new(SIDE, |row, column| ((row + column) % 7) as f64);
    let b = Matrix::new(SIDE, |row, column| ((row * column) % 5) as f64);
    let (a, b) = (black_box(&a), black_box(&b));
    let mut group = criterion.benchmark_group("matmul");
    group.sample_size(10); // One naive product takes long enough.
    group.bench_function("sequential", |bencher| bencher.iter(|| in_one_go(a, blocked(b))));
    group.bench_function("by-rows", |bencher| bencher.iter(|| in_one_go(a, by_rows(b))));
    group.bench_function("matrixmultiply", |bencher| bencher.iter(|| matrixmultiply(a, b)));
    for workers in worker_counts() {
        group.bench_function(format!("naive-{workers}"), |bencher| {
            bencher.iter(|| scoped(a, workers, naive(b)));
        });
        group.bench_function(format!("scoped-{workers}"), |bencher| {
            bencher.iter(|| scoped(a, workers, blocked(b)));
        });
        let pool = ThreadPoolBuilder::new().num_threads(workers).build().unwrap(); // A few threads.
        group.bench_function(format!("rayon-{workers}"), |bencher| {
            bencher.iter(|| pool.install(|| rayon(a, blocked(b))));
        });
    }
    group.finish();
}

/// The product by the crate `matrixmultiply`, on one thread.
fn matrixmultiply(a: &Matrix, b: &Matrix) -> Vec<f64> {
    let mut product = vec![0.0; SIDE * SIDE];
    let (a, b, to, row) =
        (a.cells().as_ptr(), b.cells().as_ptr(), product.as_mut_ptr(), SIDE as isize);
    // SAFETY: all three point to SIDE × SIDE numbers, a row after the other, and nobody else has the
    // one that is written.
    unsafe {
        ::matrixmultiply::dgemm(SIDE, SIDE, SIDE, 1.0, a, row, 1, b, row, 1, 0.0, to, row, 1);
    }
    product
}

/// One worker, two, four and so on, up to twice the CPUs: more than these can gain nothing.
fn worker_counts() -> impl Iterator<Item = usize> {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    (0..).map(|power| 1 << power).take_while(move |&workers| workers <= 2 * cpus)
}

criterion_group!(matmul_benches, benches);
criterion_main!(matmul_benches);
