//! Two cooks, each with a bowl of their own: the order does not matter.
//!
//! Run it: `cargo run -p commute`

use interleave::{Fault, Search, Shared, thread};

// ANCHOR: program
/// How many onions and cucumbers there are in the end.
fn salad() -> (u32, u32) {
    let onions = Shared::new("onions", 0);
    let cucumbers = Shared::new("cucumbers", 0);
    let fill = |bowl: &Shared<u32>| {
        for _ in 0..3 {
            let found = bowl.load();
            bowl.store(found + 1);
        }
    };
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", || fill(&onions));
        kitchen.spawn("Ben", || fill(&cucumbers));
    });
    (onions.load().get(), cucumbers.load().get())
}
// ANCHOR_END: program

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("commute").explore(salad)?);
    Ok(())
}
