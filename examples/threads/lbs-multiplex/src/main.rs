//! Multiplex: three guests, two seats; how many sit at once at most?
//!
//! Run it: `cargo run -p lbs-multiplex`

use interleave::{Fault, Search, Semaphore, Shared, thread};

// ANCHOR: program
/// A guest sits down, and gets up again. How many sat just then?
fn with_seats(sitting: &Shared<u32>, seats: &Semaphore) -> u32 {
    seats.acquire();
    let others = sitting.update(|n| n + 1);
    sitting.update(|n| n - 1);
    seats.release();
    others.get() + 1
}
// ANCHOR_END: program

// ANCHOR: broken
/// Looks whether there is room instead; who finds none goes home.
fn with_a_look(sitting: &Shared<u32>, _: &Semaphore) -> u32 {
    if sitting.load() >= 2 {
        return 0;
    }
    let others = sitting.update(|n| n + 1);
    sitting.update(|n| n - 1);
    others.get() + 1
}
// ANCHOR_END: broken

fn evening(guest: fn(&Shared<u32>, &Semaphore) -> u32) -> u32 {
    let (sitting, seats) = (Shared::new("sitting", 0), Semaphore::new("seats", 2));
    thread::scope(|tavern| {
        let guests = ["Anna", "Ben", "Carla"];
        let guests = guests.map(|name| tavern.spawn(name, || guest(&sitting, &seats)));
        guests.map(|guest| guest.join().expect("no guest panics")).into_iter().fold(0, u32::max)
    })
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("lbs-multiplex").explore(|| evening(with_seats))?);
    let found = Search::new("with a look").explore(|| evening(with_a_look))?;
    let worst = found.outcomes().last().expect("it ends somehow");
    println!("\n{found}\n{}", found.strip(&worst.witness));
    Ok(())
}
