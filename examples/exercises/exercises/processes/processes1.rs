// What main has counted
//
// It belongs to the section "A memory of its own" of the chapter "Processes".
//
// Each of several cooks is a process. It calls `chop` with its onions, and ends with what that returns
// as its exit code: the one number that every process sends. `main` wants to know how many onions were
// chopped in all.

use std::io;
use std::process::Child;
use std::sync::atomic::{AtomicI32, Ordering::Relaxed};

static CHOPPED: AtomicI32 = AtomicI32::new(0);

/// Done in the process of a cook.
fn chop(onions: i32) -> i32 {
    CHOPPED.fetch_add(onions, Relaxed);
    CHOPPED.load(Relaxed)
}

/// Done in `main`, whose processes they are: all that was chopped, when all have ended.
fn total(cooks: Vec<Child>) -> io::Result<i32> {
    for mut cook in cooks {
        cook.wait()?;
    }
    // TODO: Whose counter is this?
    Ok(CHOPPED.load(Relaxed))
}

fn main() -> io::Result<()> {
    println!("a cook chops {}, main has {}", chop(3), total(Vec::new())?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::processes;

    #[test]
    fn main_knows_what_each_process_did() {
        processes::all_onions_arrive(chop, total);
    }
}
