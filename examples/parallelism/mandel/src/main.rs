//! Draws the Mandelbrot set with two workers of rayon, and records who drew which row.
//!
//! Run it: `cargo run -p mandel`

use mandel::parallel;
use rayon::ThreadPoolBuilder;

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(2).build();
    let pool = pool.expect("the system has a few threads for us");
    pool.broadcast(|_| ()); // Its threads have begun: the recording is not about that.
    let run = timeline::start("rows of the Mandelbrot set");
    let rows = pool.install(|| parallel(20_000));
    run.finish();
    for row in rows {
        println!("{row}");
    }
}
