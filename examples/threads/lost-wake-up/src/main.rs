//! A wake-up that is lost, because what the waiter looked at can change without the lock.
//!
//! Run it: `cargo run -p lost-wake-up`

use interleave::{Condvar, Fault, Mutex, Search, Shared, thread};

// ANCHOR: beside
/// Whether the dish is ready stands beside the lock.
fn beside() {
    let (lock, bell) = (Mutex::new("lock", ()), Condvar::new("bell"));
    let ready = Shared::new("ready", false);
    thread::scope(|kitchen| {
        kitchen.spawn("waiter", || {
            let mut mine = lock.lock();
            while !ready.load().get() {
                mine = bell.wait(mine);
            }
        });
        kitchen.spawn("cook", || {
            ready.store(true);
            bell.notify_one();
        });
    });
}
// ANCHOR_END: beside

// ANCHOR: inside
/// Whether the dish is ready is inside of the lock.
fn inside() {
    let (ready, bell) = (Mutex::new("ready", false), Condvar::new("bell"));
    thread::scope(|kitchen| {
        kitchen.spawn("waiter", || {
            drop(bell.wait_while(ready.lock(), |ready| !ready));
        });
        kitchen.spawn("cook", || {
            *ready.lock() = true;
            bell.notify_one();
        });
    });
}
// ANCHOR_END: inside

fn main() -> Result<(), Fault> {
    let found = Search::new("beside").explore(beside)?;
    let stuck = found.outcomes().last().expect("it ends somehow");
    println!("{found}\n{}", found.strip(&stuck.witness));
    println!("\n{}", Search::new("inside").explore(inside)?);
    Ok(())
}
