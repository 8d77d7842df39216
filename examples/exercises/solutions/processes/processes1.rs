// What main has counted
//
// There is a counter in each process, and each holds what its own cook chopped. What `main` needs to
// know has to be sent. Here the exit codes carry it, and `main` adds them up.
//
// An exit code is small: on Linux there is room for the numbers up to 255. Whoever has more to say
// writes it into a pipe, as `five-dresses` does. A cook who was killed has no code, and then the total is
// not known: `total` says so, and does not count it as none.

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
    let mut total = 0;
    for mut cook in cooks {
        let code = cook.wait()?.code();
        total += code.ok_or_else(|| io::Error::other("a cook was killed"))?;
    }
    Ok(total)
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
