//! The product of two square matrices. Two things can be chosen, each without the other: how the rows
//! of the product are computed ([`naive`], [`by_rows`], [`blocked`]), and who computes them
//! ([`in_one_go`], [`scoped`], [`rayon`]).

mod blocked;
mod rows;
mod split;

pub use blocked::blocked;
pub use rows::{by_rows, naive};
pub use split::{in_one_go, rayon, scoped};

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

    fn zeros(side: usize) -> Matrix {
        Matrix { side, cells: vec![0.0; side * side] }
    }

    /// How many rows it has, and how many columns.
    pub fn side(&self) -> usize {
        self.side
    }

    /// All cells, row after row.
    pub fn cells(&self) -> &[f64] {
        &self.cells
    }

    /// The sum of all cells.
    pub fn total(&self) -> f64 {
        self.cells.iter().sum()
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks_exact(self.side)
    }
}
