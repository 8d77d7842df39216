//! The second program of note 004: four threads print a line each, and somebody waits for all.
//!
//! Run it: `cargo run -p four-computes`

use interleave::{Fault, Search, say, thread};

// ANCHOR: program
fn compute(id: u32) {
    say!("Computing on task {id}");
}

fn all_four() {
    thread::scope(|scope| {
        for id in 1..=4 {
            scope.spawn(&format!("task {id}"), move || compute(id));
        }
    });
}
// ANCHOR_END: program

fn main() -> Result<(), Fault> {
    all_four();
    let found = Search::new("four-computes").explore(all_four)?;
    eprintln!("That is one of {} outputs.", found.outcomes().len());
    Ok(())
}
