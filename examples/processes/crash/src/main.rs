//! Two ways to fail, in a thread and in a process: does the program around it go on?
//!
//! Run it: `cargo run -p crash`

use std::process::{self, Command};
use std::{env, io, thread};

/// Fails: by a panic, which unwinds one thread, or by an abort, which ends the process at once.
fn fail(how: &str) {
    if how == "aborts" {
        process::abort();
    }
    panic!("as it was told to");
}

/// A program with a part that fails. If there is anybody left, it goes on.
fn program(who: &str, how: &str) -> io::Result<()> {
    if who == "a thread" {
        let how = how.to_owned();
        let _failed = thread::spawn(move || fail(&how)).join();
    } else {
        Command::new(env::current_exe()?).arg(how).status()?;
    }
    println!("goes on");
    Ok(())
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match &arguments[..] {
        [how] => fail(how),
        [who, how] => return program(who, how),
        _ => {}
    }
    for how in ["fails", "aborts"] {
        for who in ["a thread", "a process"] {
            // Each in a process of its own, so that somebody is left to tell.
            let program = Command::new(env::current_exe()?).args([who, how]).output()?;
            let alive = program.stdout.starts_with(b"goes on");
            let rest = if alive { "goes on" } else { "is gone" };
            println!("{who:9} {how:6}: the rest of the program {rest}");
        }
    }
    Ok(())
}
