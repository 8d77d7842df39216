//! Two threads add one to a number, over and over, in every Python that is on the path, and in Rust.
//!
//! Run it: `cargo run -p lost-updates`

use std::process::Command;
use std::sync::Barrier;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::{io, thread};

const TIMES: u32 = 300_000;
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/main.py");

fn one_more(number: u32) -> u32 {
    number + 1
}

/// Two threads do the same thing so often, at the same time.
fn twice(task: impl Fn() + Sync) {
    let ready = Barrier::new(2);
    let work = || {
        ready.wait();
        (0..TIMES).for_each(|_| task());
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
}

fn main() -> io::Result<()> {
    println!("of {} additions     one_more(number)   number += 1   with a lock", 2 * TIMES);
    for python in ["python3", "python3.13", "python3.13t", "python3.14", "python3.14t"] {
        if Command::new(python).arg("--version").output().is_ok_and(|run| run.status.success()) {
            Command::new(python).args([SCRIPT, "--row"]).status()?;
        }
    }

    let (called, added, locked) = (AtomicU32::new(0), AtomicU32::new(0), Mutex::new(0));
    twice(|| called.store(one_more(called.load(Relaxed)), Relaxed));
    twice(|| _ = added.fetch_add(1, Relaxed));
    twice(|| {
        let mut number = locked.lock().unwrap(); // Nobody panics with it.
        *number = one_more(*number);
    });
    let (called, added, locked) = (called.into_inner(), added.into_inner(), locked.into_inner());
    println!("Rust                    {called:18} {added:13} {:13}", locked.unwrap());
    Ok(())
}
