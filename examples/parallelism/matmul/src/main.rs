//! One product of matrices: three algorithms, and two of them shared out. The same cells each time.
//!
//! Run it: `cargo run -p matmul`

use matmul::{Matrix, blocked, by_rows, in_one_go, naive, rayon, scoped};

fn main() {
    let a = Matrix::new(96, |row, column| ((row + column) % 7) as f64);
    let b = Matrix::new(96, |row, column| ((row * column) % 5) as f64);
    let product = in_one_go(&a, naive(&b));
    println!("naive, in one go       total {}", product.total());
    for (title, other) in [
        ("by rows, in one go", in_one_go(&a, by_rows(&b))),
        ("blocked, in one go", in_one_go(&a, blocked(&b))),
        ("naive, two threads", scoped(&a, 2, naive(&b))),
        ("blocked, two threads", scoped(&a, 2, blocked(&b))),
        ("blocked, rayon", rayon(&a, blocked(&b))),
    ] {
        println!("{title:22} the same: {}", other == product);
    }
}
