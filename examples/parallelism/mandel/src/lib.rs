//! The Mandelbrot set, row by row. A row costs what its points cost, and nobody knows that before.

use rayon::prelude::*;
use tracing::info_span;

const WIDTH: usize = 72;
const HEIGHT: usize = 24;

// ANCHOR: program
/// One row of the picture: a `#` where `z² + c`, taken up to `limit` times, never gets far.
fn row(y: usize, limit: u32) -> String {
    let _task = info_span!("row", y).entered();
    let point = |x: usize| {
        timeline::tick(); // A note of the time, for the picture.
        let (re, im) = (3.2 * x as f64 / WIDTH as f64 - 2.2, 2.4 * y as f64 / HEIGHT as f64 - 1.2);
        let (mut z, mut steps) = ((0.0_f64, 0.0_f64), 0);
        while steps < limit && z.0 * z.0 + z.1 * z.1 < 4.0 {
            z = (z.0 * z.0 - z.1 * z.1 + re, 2.0 * z.0 * z.1 + im);
            steps += 1;
        }
        match steps {
            _ if steps == limit => '#',
            9.. => '+',
            _ => '.',
        }
    };
    (0..WIDTH).map(point).collect()
}

/// The picture, a row after the other.
pub fn sequential(limit: u32) -> Vec<String> {
    (0..HEIGHT).map(|y| row(y, limit)).collect()
}

/// The picture; whoever is free takes a row that is left.
pub fn parallel(limit: u32) -> Vec<String> {
    (0..HEIGHT).into_par_iter().map(|y| row(y, limit)).collect()
}
// ANCHOR_END: program
