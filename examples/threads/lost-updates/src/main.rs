//! Two threads add one to a number, over and over, in every Python on the path and in Rust: how many
//! additions are lost, in the worst of three tries?
//!
//! Run it: `cargo run -p lost-updates`

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Barrier, Mutex};
use std::{io, thread};

const TIMES: u32 = 300_000;
const ROW: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/row.py");

// ANCHOR: rust
fn one_more(number: u32) -> u32 {
    number + 1
}

/// Two threads do the same thing over and over.
fn both(task: impl Fn() + Sync) {
    let ready = Barrier::new(2); // Neither begins before both are there.
    let work = || {
        ready.wait();
        (0..TIMES).for_each(|_| task());
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
}

fn with_a_call() -> u32 {
    let number = AtomicU32::new(0);
    both(|| number.store(one_more(number.load(Relaxed)), Relaxed));
    number.into_inner()
}

fn in_place() -> u32 {
    let number = AtomicU32::new(0);
    both(|| _ = number.fetch_add(1, Relaxed));
    number.into_inner()
}

fn with_a_lock() -> u32 {
    let number = Mutex::new(0);
    both(|| {
        let mut number = number.lock().expect("nobody panics with it");
        *number = one_more(*number);
    });
    number.into_inner().expect("nobody panicked with it")
}
// ANCHOR_END: rust

fn main() -> io::Result<()> {
    println!("lost of {}          one_more(number)   number += 1   with a lock", 2 * TIMES);
    let there = |python: &&str| {
        Command::new(python).arg("--version").output().is_ok_and(|run| run.status.success())
    };
    let pythons =
        ["python3.8", "python3", "python3.13", "python3.13t", "python3.14", "python3.14t"];
    let pythons: Vec<_> = pythons.into_iter().filter(there).collect();
    for python in &pythons {
        Command::new(python).arg(ROW).status()?;
    }
    let worst = |way: fn() -> u32| (0..3).map(|_| 2 * TIMES - way()).max().unwrap_or(0);
    let (call, add, locked) = (worst(with_a_call), worst(in_place), worst(with_a_lock));
    println!("Rust                    {call:18} {add:13} {locked:13}");
    if let Some(python) = pythons.last() {
        println!();
        Command::new(python).args([ROW, "--bytecodes"]).status()?;
    }
    Ok(())
}
