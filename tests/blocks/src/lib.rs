//! Runs a code block under supervision.
//!
//! skeptic compiles a block and runs it, but it sets no time limit and compares no output. So the
//! block's `main` is renamed, and the program that skeptic runs has this one instead: it starts
//! itself a second time as a child within limits, and leaves what the child printed where the
//! test program looks for it.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use child::{End, Limits};

/// Set in the child, which then runs the block itself.
const INSIDE: &str = "TEXTBOOK_BLOCK";

/// The folder in which the test program looks for what blocks print.
pub const CAPTURES: &str = "TEXTBOOK_BLOCK_CAPTURES";

/// Runs the block `main` as a child, `runs` times at most `seconds` each, and writes what the runs
/// printed to files named after `id`.
///
/// The exit code is the block's own in the child, and success in the supervisor unless a run could
/// not be captured: judging is the test program's.
pub fn supervise(id: &str, runs: usize, seconds: u64, main: fn() -> ExitCode) -> ExitCode {
    if env::var_os(INSIDE).is_some() {
        return main();
    }
    match capture(id, runs, seconds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the block could not be run: {error}");
            ExitCode::FAILURE
        }
    }
}

fn capture(id: &str, runs: usize, seconds: u64) -> std::io::Result<()> {
    let Some(folder) = env::var_os(CAPTURES) else {
        // Started by hand from the cache: there is nobody to judge, so just show the run.
        let status = Command::new(env::current_exe()?).env(INSIDE, "1").status()?;
        println!("{status}");
        return Ok(());
    };
    let limits = Limits { time: Duration::from_secs(seconds), ..Limits::default() };
    for run in 0..runs {
        let mut block = Command::new(env::current_exe()?);
        // What a panic prints is compared, so it must not depend on the reader's settings.
        block.env(INSIDE, "1").env_remove("RUST_BACKTRACE");
        let outcome = child::run(&mut block, limits)?;
        let file = |kind: &str| Path::new(&folder).join(format!("{id}-{run}.{kind}"));
        fs::write(file("stdout"), &outcome.stdout)?;
        fs::write(file("stderr"), &outcome.stderr)?;
        let code = match outcome.end {
            End::Exited(status) => status.code(),
            _ => None,
        };
        // The exit code first, then the same in words.
        let code = code.map_or("none".to_owned(), |code| code.to_string());
        fs::write(file("end"), format!("{code}\nit {}", outcome.end))?;
    }
    Ok(())
}
