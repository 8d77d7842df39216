//! A deep recursion, in a thread with a large stack and in one with the usual stack.
//!
//! Run it: `cargo run -p deep-stack`

use std::hint::black_box;
use std::process::{Command, Stdio};
use std::thread::{self, Builder};
use std::{env, io};

// ANCHOR: program
const DEPTH: u32 = 200_000;

/// Calls itself `depth` times; `black_box` keeps the compiler from making a loop of it.
fn dig(depth: u32) -> u32 {
    if depth == 0 { 0 } else { black_box(dig(depth - 1)) + 1 }
}

fn main() -> io::Result<()> {
    if env::args().nth(1).is_some_and(|stack| stack == "usual") {
        let reached = thread::spawn(|| dig(DEPTH)).join();
        println!("{reached:?}, says join"); // It is never asked.
        return Ok(());
    }
    let large = Builder::new().stack_size(64 << 20).spawn(|| dig(DEPTH))?;
    println!("64 MiB: {:?}, says join", large.join());

    // In a process of its own, for there will be nobody left to tell.
    let mut usual = Command::new(env::current_exe()?);
    let ended = usual.arg("usual").stderr(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&ended.stdout);
    println!("usual:  {said:?}, and the process ended well: {}", ended.status.success());
    Ok(())
}
// ANCHOR_END: program
