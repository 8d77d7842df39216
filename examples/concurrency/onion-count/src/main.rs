//! Two cooks count their onions into one bowl: every order in which their steps can come.
//!
//! Run it: `cargo run -p onion-count`

use interleave::{Fault, Search, Shared, thread};

// ANCHOR: cooks
fn count() -> u32 {
    let bowl = Shared::new("bowl", 0);
    let cook = || {
        let onions = bowl.load();
        bowl.store(onions + 1);
    };
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", cook);
        kitchen.spawn("Ben", cook);
    });
    bowl.load().get()
}
// ANCHOR_END: cooks

fn main() -> Result<(), Fault> {
    let found = Search::new("onion-count").explore(count)?;
    println!("{found}");

    let fewest = &found.outcomes()[0]; // They are in order.
    println!("\nhow it comes to {}:\n{}", fewest.text, found.strip(&fewest.witness));
    Ok(())
}
