//! The list of threads of note 002, completed: each has a name, is started, and is joined.
//!
//! Run it: `cargo run -p hello-threads`

use std::io;
use std::thread::{self, Builder};

fn work(number: u32) -> u32 {
    let me = thread::current();
    println!("{}: work({number})", me.name().unwrap_or("nameless"));
    number * 10
}

fn main() -> io::Result<()> {
    let mut threads = Vec::new();
    for number in [1, 2] {
        let named = Builder::new().name(format!("worker {number}"));
        threads.push(named.spawn(move || work(number))?); // It runs from here on.
    }
    for thread in threads {
        let result = thread.join().expect("no worker panics");
        println!("main: {result}");
    }
    Ok(())
}
