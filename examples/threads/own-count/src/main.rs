//! One name, and a variable for each thread: what one thread counts, no other thread sees.
//!
//! Run it: `cargo run -p own-count`

use std::cell::Cell;
use std::thread;

thread_local! {
    static CHOPPED: Cell<u32> = const { Cell::new(0) };
}

fn chop(onions: u32) -> u32 {
    CHOPPED.set(CHOPPED.get() + onions);
    CHOPPED.get()
}

fn main() {
    chop(5);
    for (name, onions) in [("Anna", 2), ("Ben", 3)] {
        let cook = thread::spawn(move || chop(onions));
        println!("{name} counts {}", cook.join().expect("chopping does not panic"));
    }
    println!("main counts {}", CHOPPED.get());
}
