//! The product of two square matrices: in one go, by bands of rows on two threads, by rayon.

use rayon::prelude::*;
use std::thread;

/// A square matrix, row after row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    side: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// The matrix whose cell in row `r` and column `c` is `cell(r, c)`.
    pub fn new(side: usize, cell: impl Fn(usize, usize) -> f64) -> Matrix {
        let cells = (0..side * side).map(|at| cell(at / side, at % side)).collect();
        Matrix { side, cells }
    }

    /// The sum of all cells.
    pub fn total(&self) -> f64 {
        self.cells.iter().sum()
    }
}

/// One row of the product. The loops run along rows of both matrices, as memory does.
fn row(a: &[f64], b: &Matrix, product: &mut [f64]) {
    for (factor, b) in a.iter().zip(b.cells.chunks_exact(b.side)) {
        for (cell, b) in product.iter_mut().zip(b) {
            *cell += factor * b;
        }
    }
}

/// In one go.
pub fn sequential(a: &Matrix, b: &Matrix) -> Matrix {
    let mut product = Matrix::new(a.side, |_, _| 0.0);
    let rows = product.cells.chunks_exact_mut(a.side);
    rows.zip(a.cells.chunks_exact(a.side)).for_each(|(product, a)| row(a, b, product));
    product
}

/// A band of rows for each of `workers` threads. No two bands share a cell, so nobody waits.
pub fn scoped(a: &Matrix, b: &Matrix, workers: usize) -> Matrix {
    let mut product = Matrix::new(a.side, |_, _| 0.0);
    let band = a.side.div_ceil(workers).max(1) * a.side;
    thread::scope(|scope| {
        for (product, rows) in product.cells.chunks_mut(band).zip(a.cells.chunks(band)) {
            scope.spawn(|| {
                let each = product.chunks_exact_mut(a.side).zip(rows.chunks_exact(a.side));
                each.for_each(|(product, a)| row(a, b, product));
            });
        }
    });
    product
}

/// The same as [`sequential`], with rayon's iterators.
pub fn rayon(a: &Matrix, b: &Matrix) -> Matrix {
    let mut product = Matrix::new(a.side, |_, _| 0.0);
    let rows = product.cells.par_chunks_exact_mut(a.side);
    rows.zip(a.cells.par_chunks_exact(a.side)).for_each(|(product, a)| row(a, b, product));
    product
}
