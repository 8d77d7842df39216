//! Rendezvous: neither sits down to eat before both have laid their half of the table.
//!
//! Run it: `cargo run -p lbs-rendezvous`

use interleave::{Fault, Search, Semaphore, say, thread};

// ANCHOR: program
fn dinner() {
    let anna_is_here = Semaphore::new("Anna is here", 0);
    let ben_is_here = Semaphore::new("Ben is here", 0);
    thread::scope(|table| {
        table.spawn("Anna", || {
            say!("Anna lays");
            anna_is_here.release();
            ben_is_here.acquire();
            say!("Anna eats");
        });
        table.spawn("Ben", || {
            say!("Ben lays");
            ben_is_here.release();
            anna_is_here.acquire();
            say!("Ben eats");
        });
    });
}
// ANCHOR_END: program

/// Each waits for the other, and only then says to be here.
fn after_you() {
    let anna_is_here = Semaphore::new("Anna is here", 0);
    let ben_is_here = Semaphore::new("Ben is here", 0);
    thread::scope(|table| {
        table.spawn("Anna", || {
            ben_is_here.acquire();
            anna_is_here.release();
        });
        table.spawn("Ben", || {
            anna_is_here.acquire();
            ben_is_here.release();
        });
    });
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("lbs-rendezvous").explore(dinner)?);
    println!("\n{}", Search::new("after you").explore(after_you)?);
    Ok(())
}
