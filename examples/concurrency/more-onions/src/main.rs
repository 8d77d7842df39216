//! Two cooks who put more than one onion each into the bowl: how few can be counted?
//!
//! Run it: `cargo run -p more-onions`

use interleave::{Fault, Search, Shared, thread};

// ANCHOR: cooks
fn count(times: u32) -> u32 {
    let bowl = Shared::new("bowl", 0);
    let cook = || {
        for _ in 0..times {
            let onions = bowl.load();
            bowl.store(onions + 1);
        }
    };
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", cook);
        kitchen.spawn("Ben", cook);
    });
    bowl.load().get()
}
// ANCHOR_END: cooks

fn main() -> Result<(), Fault> {
    println!("each  states     schedules  fewest  schedules that end so");
    for times in [2, 3, 5, 10] {
        let found = Search::new("more-onions").explore(move || count(times))?;
        let (states, schedules) = (found.states(), found.schedules().unwrap_or(u128::MAX));
        let fewest = &found.outcomes()[0]; // They are in order.
        let so = fewest.schedules.unwrap_or(u128::MAX);
        println!("{times:4}  {states:6}  {schedules:12}  {:>6}  {so:21}", fewest.text);
    }
    Ok(())
}
