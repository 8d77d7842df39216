//! Two threads raise a flag each and look at the other's, in every order in which one core can.
//!
//! Run it: `cargo run -p flags`

use interleave::{Fault, Search, Shared, thread};

// ANCHOR: program
/// What each of two threads saw of the other's flag.
fn look() -> (bool, bool) {
    let (flag_a, flag_b) = (Shared::new("flag A", false), Shared::new("flag B", false));
    let round = |mine: &Shared<bool>, other: &Shared<bool>| {
        mine.store(true);
        other.load().get()
    };
    thread::scope(|scope| {
        let a = scope.spawn("A", || round(&flag_a, &flag_b));
        let b = scope.spawn("B", || round(&flag_b, &flag_a));
        (a.join().unwrap(), b.join().unwrap()) // Neither panics.
    })
}
// ANCHOR_END: program

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("flags").explore(look)?);
    Ok(())
}
