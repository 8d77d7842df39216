//! The third way: a small block of the product at a time, which stays in the processor's registers
//! until it is done.

use crate::Matrix;
use std::array;

// ANCHOR: blocked
const ROWS: usize = 2;
const COLUMNS: usize = 8;

/// A block of cells: some rows of the one matrix times a strip of columns of the other.
fn block<const N: usize>(a: [&[f64]; N], strip: &[[f64; COLUMNS]]) -> [[f64; COLUMNS]; N] {
    let mut block = [[0.0; COLUMNS]; N];
    for (k, b) in strip.iter().enumerate() {
        for (row, a) in block.iter_mut().zip(&a) {
            for (cell, b) in row.iter_mut().zip(b) {
                *cell += a[k] * b;
            }
        }
    }
    block
}
// ANCHOR_END: blocked

/// Block by block, from strips of columns that were copied together once.
pub fn blocked(b: &Matrix) -> impl Fn(&[f64], &mut [f64]) + Sync {
    let (side, strips) = (b.side, strips(b));
    move |a, product| {
        for (number, strip) in strips.chunks_exact(side).enumerate() {
            let column = number * COLUMNS;
            let mut bands = product.chunks_exact_mut(ROWS * side);
            let mut rows = a.chunks_exact(ROWS * side);
            for (product, a) in bands.by_ref().zip(rows.by_ref()) {
                let a = array::from_fn::<_, ROWS, _>(|row| &a[row * side..][..side]);
                store(product, side, column, block(a, strip));
            }
            // The rows that are left over, fewer than a block has.
            let left = bands.into_remainder().chunks_exact_mut(side);
            for (product, a) in left.zip(rows.remainder().chunks_exact(side)) {
                store(product, side, column, block([a], strip));
            }
        }
    }
}

/// The columns of a matrix in strips, each of them contiguous in memory, so that it stays in a core's
/// nearest cache while all rows go past it. What the last strip lacks is filled with zeros.
fn strips(b: &Matrix) -> Vec<[f64; COLUMNS]> {
    let mut strips = Vec::with_capacity(b.side * b.side.div_ceil(COLUMNS));
    for column in (0..b.side).step_by(COLUMNS) {
        let end = b.side.min(column + COLUMNS);
        strips.extend(b.rows().map(|row| {
            let mut piece = [0.0; COLUMNS];
            piece[..end - column].copy_from_slice(&row[column..end]);
            piece
        }));
    }
    strips
}

/// Copies a block to where it belongs in its rows of the product.
fn store<const N: usize>(rows: &mut [f64], side: usize, at: usize, block: [[f64; COLUMNS]; N]) {
    for (row, cells) in rows.chunks_exact_mut(side).zip(block) {
        let place = &mut row[at..side.min(at + COLUMNS)];
        place.copy_from_slice(&cells[..place.len()]);
    }
}
