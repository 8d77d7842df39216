//! Who works first, and who says so first.
//!
//! Run it: `cargo run -p tickets`

use interleave::{Fault, Search, Shared, say, thread};

// ANCHOR: program
/// Two cooks take a ticket each, and then tell everybody.
fn queue() {
    let next = Shared::new("next", 1);
    let cook = |name: &str| {
        let ticket = next.update(|n| n + 1);
        say!("{name} has ticket {ticket}");
    };
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", || cook("Anna"));
        kitchen.spawn("Ben", || cook("Ben"));
    });
}
// ANCHOR_END: program

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("tickets").explore(queue)?);
    Ok(())
}
