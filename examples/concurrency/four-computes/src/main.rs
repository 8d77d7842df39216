//! The second program of note 004: four threads print a line each, and somebody waits for all.
//!
//! Run it: `cargo run -p four-computes`

use interleave::{Fault, Search, say, thread};

// ANCHOR: program
fn compute_all() {
    thread::scope(|scope| {
        for id in 1..=4 {
            let name = format!("task {id}");
            scope.spawn(&name, move || say!("Computing on task {id}"));
        }
    });
}
// ANCHOR_END: program

fn main() -> Result<(), Fault> {
    compute_all();
    let found = Search::new("four-computes").explore(compute_all)?;
    eprintln!("That is one of {} outputs.", found.outcomes().len());
    Ok(())
}
