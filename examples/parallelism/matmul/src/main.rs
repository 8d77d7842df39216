//! A product of matrices in one go, by two threads, and by rayon: the same cells each time.
//!
//! Run it: `cargo run -p matmul`

use matmul::{Matrix, rayon, scoped, sequential};

fn main() {
    let a = Matrix::new(96, |row, column| ((row + column) % 7) as f64);
    let b = Matrix::new(96, |row, column| ((row * column) % 5) as f64);
    let product = sequential(&a, &b);
    println!("in one go    total {}", product.total());
    println!("two threads  the same: {}", scoped(&a, &b, 2) == product);
    println!("rayon        the same: {}", rayon(&a, &b) == product);
}
