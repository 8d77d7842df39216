//! The two tasks of note 004, run once for real, and then in every order.
//!
//! Run it: `cargo run -p two-printers`

use interleave::{Fault, Search, say, thread};

// ANCHOR: program
fn task(name: &str) {
    for i in 0..5 {
        say!("{name} : {i}");
    }
}

fn both() {
    thread::scope(|scope| {
        scope.spawn("Task 1", || task("Task 1"));
        scope.spawn("Task 2", || task("Task 2"));
    });
}
// ANCHOR_END: program

fn main() -> Result<(), Fault> {
    both();
    let found = Search::new("two-printers").explore(both)?;
    eprintln!("That is one of {} outputs.", found.outcomes().len());
    Ok(())
}
