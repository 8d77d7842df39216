//! Two ways to compute some rows of the product. They do the same multiplications and, for each cell,
//! the same additions in the same order. Only the order in which they visit the cells differs.

use crate::Matrix;

// ANCHOR: naive
/// Cell by cell, as it is defined: a row of the one times a column of the other.
pub fn naive(b: &Matrix) -> impl Fn(&[f64], &mut [f64]) + Sync {
    |a, product| {
        for (row, a) in product.chunks_exact_mut(b.side).zip(a.chunks_exact(b.side)) {
            for (column, cell) in row.iter_mut().enumerate() {
                for (factor, b) in a.iter().zip(b.rows()) {
                    *cell += factor * b[column];
                }
            }
        }
    }
}
// ANCHOR_END: naive

// ANCHOR: by_rows
/// The two inner loops exchanged: now the innermost runs along rows, as memory does.
pub fn by_rows(b: &Matrix) -> impl Fn(&[f64], &mut [f64]) + Sync {
    |a, product| {
        for (row, a) in product.chunks_exact_mut(b.side).zip(a.chunks_exact(b.side)) {
            for (factor, b) in a.iter().zip(b.rows()) {
                for (cell, b) in row.iter_mut().zip(b) {
                    *cell += factor * b;
                }
            }
        }
    }
}
// ANCHOR_END: by_rows
