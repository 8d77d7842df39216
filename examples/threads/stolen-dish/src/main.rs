//! Why a waiter looks again after having been woken: `if` and `while` around a wait.
//!
//! Run it: `cargo run -p stolen-dish`

use interleave::{Condvar, Fault, Mutex, Search, thread};

// ANCHOR: eat
/// Looks once, and trusts the bell from then on.
fn looks_once(dishes: &Mutex<u32>, bell: &Condvar) {
    let mut there = dishes.lock();
    if *there == 0 {
        there = bell.wait(there);
    }
    *there = there.checked_sub(1).expect("there should be a dish");
}

/// Looks again after every wake-up.
fn looks_again(dishes: &Mutex<u32>, bell: &Condvar) {
    let mut there = dishes.lock();
    while *there == 0 {
        there = bell.wait(there);
    }
    *there = there.checked_sub(1).expect("there should be a dish");
}
// ANCHOR_END: eat

fn evening(eat: fn(&Mutex<u32>, &Condvar)) {
    let (dishes, bell) = (Mutex::new("dishes", 0), Condvar::new("bell"));
    thread::scope(|tavern| {
        tavern.spawn("Anna", || eat(&dishes, &bell));
        tavern.spawn("Ben", || eat(&dishes, &bell));
        tavern.spawn("cook", || {
            for _ in 0..2 {
                *dishes.lock() += 1;
                bell.notify_one();
            }
        });
    });
}

fn main() -> Result<(), Fault> {
    let found = Search::new("looks once").explore(|| evening(looks_once))?;
    let worst = found.outcomes().last().expect("it ends somehow");
    println!("{found}\n{}", found.strip(&worst.witness));
    println!("\n{}", Search::new("looks again").explore(|| evening(looks_again))?);
    Ok(())
}
