//! The worker's side: a job comes in as a line, its result goes out as a line.

use serde::{Serialize, de::DeserializeOwned};
use std::env;
use std::io::{self, BufRead, Write};
use std::process::Command;

/// The variable that tells a process that it is a worker.
const WORKER: &str = "PROCPOOL_WORKER";

/// Whether this process was started as a worker.
pub(crate) fn is_worker() -> bool {
    env::var_os(WORKER).is_some()
}

/// This program again, as a worker.
pub(crate) fn this_program() -> io::Result<Command> {
    let mut program = Command::new(env::current_exe()?);
    program.env(WORKER, "1");
    Ok(program)
}

// ANCHOR: serve
/// Does the jobs that come in, until no more can come.
pub(crate) fn serve<J: DeserializeOwned, R: Serialize>(work: fn(J) -> R) -> io::Result<()> {
    for job in io::stdin().lock().lines() {
        let result = work(serde_json::from_str(&job?)?);
        let mut line = serde_json::to_vec(&result)?;
        line.push(b'\n');
        io::stdout().write_all(&line)?;
        io::stdout().flush()?;
    }
    Ok(())
}
// ANCHOR_END: serve
