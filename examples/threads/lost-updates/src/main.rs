//! Two threads add one to a number, over and over, in every Python that is on the path, and in Rust.
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

fn in_rust() -> [u32; 3] {
    let (called, added, locked) = (AtomicU32::new(0), AtomicU32::new(0), Mutex::new(0));
    both(|| called.store(one_more(called.load(Relaxed)), Relaxed));
    both(|| _ = added.fetch_add(1, Relaxed));
    both(|| {
        let mut number = locked.lock().expect("nobody panics with it");
        *number = one_more(*number);
    });
    let locked = locked.into_inner().expect("nobody panicked with it");
    [called.into_inner(), added.into_inner(), locked]
}
// ANCHOR_END: rust

fn main() -> io::Result<()> {
    println!("of {} additions     one_more(number)   number += 1   with a lock", 2 * TIMES);
    let there = |python: &&str| {
        Command::new(python).arg("--version").output().is_ok_and(|run| run.status.success())
    };
    let pythons = ["python3", "python3.13", "python3.13t", "python3.14", "python3.14t"];
    let pythons: Vec<_> = pythons.into_iter().filter(there).collect();
    for python in &pythons {
        Command::new(python).arg(ROW).status()?;
    }
    let [called, added, locked] = in_rust();
    println!("Rust                    {called:18} {added:13} {locked:13}");
    if let Some(python) = pythons.last() {
        println!();
        Command::new(python).args([ROW, "--bytecodes"]).status()?;
    }
    Ok(())
}
