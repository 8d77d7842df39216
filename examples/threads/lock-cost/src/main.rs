//! However they lock, they count the same. What it costs is the benchmark's to tell.
//!
//! Run it: `cargo run -p lock-cost`, and `cargo run -- measure lock-cost`

use lock_cost::{alone, locked, locked_once, long_looks, long_reads, looks, reads};

const TIMES: u64 = 10_000;

fn main() {
    println!("alone                           {}", alone(TIMES));
    println!("a mutex, one thread             {}", locked(1, TIMES));
    println!("a mutex, two threads            {}", locked(2, TIMES));
    println!("a mutex once for each of two    {}", locked_once(2, TIMES));
    println!("looking, with a mutex           {}", looks(TIMES));
    println!("looking, with an RwLock         {}", reads(TIMES));
    println!("long looks of two, mutex        {}", long_looks(&[1; 100], TIMES / 100));
    println!("long looks of two, RwLock       {}", long_reads(&[1; 100], TIMES / 100));
}
