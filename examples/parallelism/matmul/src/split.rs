//! Who computes which rows of the product. `rows` computes any number of them, given the same rows
//! of the left matrix.

use crate::Matrix;
use rayon::prelude::*;
use std::thread;

// ANCHOR: split
/// All rows in one go.
pub fn in_one_go(a: &Matrix, rows: impl Fn(&[f64], &mut [f64])) -> Matrix {
    let mut product = Matrix::zeros(a.side);
    rows(&a.cells, &mut product.cells);
    product
}

/// A band of rows for each of `workers` threads. No two bands share a cell, so nobody waits.
pub fn scoped(a: &Matrix, workers: usize, rows: impl Fn(&[f64], &mut [f64]) + Sync) -> Matrix {
    let mut product = Matrix::zeros(a.side);
    let band = a.side.div_ceil(workers) * a.side;
    thread::scope(|scope| {
        for (a, product) in a.cells.chunks(band).zip(product.cells.chunks_mut(band)) {
            scope.spawn(|| rows(a, product));
        }
    });
    product
}

/// Narrow bands, for rayon's threads to take as they come.
pub fn rayon(a: &Matrix, rows: impl Fn(&[f64], &mut [f64]) + Sync) -> Matrix {
    let mut product = Matrix::zeros(a.side);
    let band = 16 * a.side;
    let bands = a.cells.par_chunks(band).zip(product.cells.par_chunks_mut(band));
    bands.for_each(|(a, product)| rows(a, product));
    product
}
// ANCHOR_END: split
