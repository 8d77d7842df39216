//! Every access to the bowl is locked, and an onion is lost all the same.
//!
//! Run it: `cargo run -p locked-twice`

use interleave::{Fault, Mutex, Search, thread};

// ANCHOR: twice
/// Locks to read, and locks again to write.
fn twice(bowl: &Mutex<u32>) {
    let onions = *bowl.lock();
    *bowl.lock() = onions + 1;
}
// ANCHOR_END: twice

// ANCHOR: once
/// Locks once, for both.
fn once(bowl: &Mutex<u32>) {
    *bowl.lock() += 1;
}
// ANCHOR_END: once

fn count(add: fn(&Mutex<u32>)) -> u32 {
    let bowl = Mutex::new("bowl", 0);
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", || add(&bowl));
        kitchen.spawn("Ben", || add(&bowl));
    });
    *bowl.lock()
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("locked twice").explore(|| count(twice))?);
    println!("{}", Search::new("locked once").explore(|| count(once))?);
    Ok(())
}
