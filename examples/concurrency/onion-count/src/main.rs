//! Two cooks count their onions into one bowl: every order in which their steps can come.
//!
//! Run it: `cargo run -p onion-count`, or, with more onions, `cargo run -p onion-count -- 2`

use interleave::{Fault, Search, Shared, thread};

// ANCHOR: cooks
fn count(times: u32) -> u32 {
    let bowl = Shared::new("bowl", 0);
    thread::scope(|kitchen| {
        for cook in ["anna", "ben"] {
            kitchen.spawn(cook, || {
                for _ in 0..times {
                    let onions = bowl.load();
                    bowl.store(onions + 1);
                }
            });
        }
    });
    bowl.load().get()
}
// ANCHOR_END: cooks

fn main() -> Result<(), Fault> {
    let times = std::env::args().nth(1).and_then(|times| times.parse().ok()).unwrap_or(1);
    let found = Search::new("onion-count").explore(move || count(times))?;
    println!("{found}");

    let fewest = &found.outcomes()[0];
    println!("\nhow it comes to {}:\n{}", fewest.text, found.strip(&fewest.witness));
    Ok(())
}
