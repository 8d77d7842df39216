//! A lock beside the bowl, which one cook forgets; and a bowl inside of the lock.
//!
//! Run it: `cargo run -p forgotten-lock`

use interleave::{Fault, Mutex, Search, Shared, thread};

// ANCHOR: beside
/// The lock lies beside the bowl. Ben does not know of it.
fn beside() -> u32 {
    let (lock, bowl) = (Mutex::new("lock", ()), Shared::new("bowl", 0));
    let add = || {
        let onions = bowl.load();
        bowl.store(onions + 1);
    };
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", || {
            let mine = lock.lock();
            add();
            mine.unlock();
        });
        kitchen.spawn("Ben", add);
    });
    bowl.load().get()
}
// ANCHOR_END: beside

// ANCHOR: inside
/// The bowl is inside of the lock. There is no other way to it.
fn inside() -> u32 {
    let bowl = Mutex::new("bowl", 0);
    let add = || *bowl.lock() += 1;
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", add);
        kitchen.spawn("Ben", add);
    });
    *bowl.lock()
}
// ANCHOR_END: inside

fn main() -> Result<(), Fault> {
    let found = Search::new("beside").explore(beside)?;
    println!("{found}\n{}", found.strip(&found.outcomes()[0].witness));
    println!("\n{}", Search::new("inside").explore(inside)?);
    Ok(())
}
