//! Signalling: the onions are chopped before they are fried, in every schedule.
//!
//! Run it: `cargo run -p lbs-signal`

use interleave::{Fault, Search, Semaphore, say, thread};

// ANCHOR: program
fn dinner() {
    let chopped = Semaphore::new("chopped", 0);
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", || {
            say!("onions chopped");
            chopped.release();
        });
        kitchen.spawn("Ben", || {
            chopped.acquire();
            say!("onions fried");
        });
    });
}
// ANCHOR_END: program

/// Anna gives her signal, and then chops.
fn too_early() {
    let chopped = Semaphore::new("chopped", 0);
    thread::scope(|kitchen| {
        kitchen.spawn("Anna", || {
            chopped.release();
            say!("onions chopped");
        });
        kitchen.spawn("Ben", || {
            chopped.acquire();
            say!("onions fried");
        });
    });
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("lbs-signal").explore(dinner)?);
    let found = Search::new("signalled too early").explore(too_early)?;
    let worst = found.outcomes().last().expect("it ends somehow");
    println!("\n{found}\n{}", found.strip(&worst.witness));
    Ok(())
}
