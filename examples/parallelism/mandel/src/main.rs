//! Draws the Mandelbrot set with rayon, and records who drew which row.
//!
//! Run it: `cargo run -p mandel`

use mandel::parallel;

fn main() {
    rayon::join(|| (), || ()); // Starts rayon's threads, which the recording is not about.
    let run = timeline::start("rows of the Mandelbrot set");
    let rows = parallel(20_000);
    run.finish();
    for row in rows {
        println!("{row}");
    }
}
