//! The same work by one worker and by two, in every Python that is on the path, and in Rust.
//!
//! Run it: `cargo run -p gil`

use claims::{PHASE, Work, effective_cores};
use gil::{LIMIT, hop, interpreters, primes, seconds};
use std::process::Command;
use std::{io, thread};
use tracing::info_span;

const HEADER: &str =
    "                   GIL   one worker   two threads   processes   interpreters       a hop";

fn two_threads() {
    thread::scope(|scope| {
        for name in ["A", "B"] {
            scope.spawn(move || info_span!("primes", name).in_scope(|| primes(LIMIT)));
        }
    });
}

fn main() -> io::Result<()> {
    println!("{HEADER}");
    for (python, options) in interpreters() {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/row.py");
        Command::new(python).args(options).arg(script).status()?;
    }

    let one = seconds(|| (primes(LIMIT), primes(LIMIT)));
    let two = seconds(two_threads);
    let (gain, micros) = (one / two, hop() * 1e6);
    println!("Rust              none {one:10.2} s {gain:13.2} {micros:36.1} µs");
    let cores = effective_cores(Work::Integer, 2, PHASE);
    println!("E, the effective cores just then: {cores:.2}");

    let run = timeline::start("Rust, two threads");
    two_threads();
    run.finish();
    Ok(())
}
