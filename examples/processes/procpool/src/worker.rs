//! The pool's side of a worker: the process, the two pipes to it, and its replacement.

use crate::serve::this_program;
use serde::de::DeserializeOwned;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A worker process, and whoever replaces it.
pub(crate) struct Worker {
    /// Apart from the pipes, so that it can be killed while somebody waits for its answer.
    child: Mutex<Child>,
    pipes: Mutex<Pipes>,
}

struct Pipes {
    /// None when no more jobs will come.
    jobs: Option<ChildStdin>,
    results: BufReader<ChildStdout>,
}

impl Worker {
    pub(crate) fn start() -> io::Result<Worker> {
        let (child, pipes) = process()?;
        Ok(Worker { child: Mutex::new(child), pipes: Mutex::new(pipes) })
    }

    // ANCHOR: ask
    /// What the worker answers. If it ends before that, or its line is no result, there is an error,
    /// and a fresh worker: what else the old one has written would pass for a later answer.
    pub(crate) fn ask<R: DeserializeOwned>(&self, job: &str) -> io::Result<R> {
        let mut pipes = locked(&self.pipes);
        let result = pipes.ask(job).and_then(|line| Ok(serde_json::from_str(&line)?));
        result.or_else(|error| {
            *pipes = self.replace()?;
            Err(error)
        })
    }
    // ANCHOR_END: ask

    /// Ends the process, if it has not ended, and starts another.
    fn replace(&self) -> io::Result<Pipes> {
        let mut child = locked(&self.child);
        child.kill()?;
        child.wait()?; // Or it would stay a zombie.
        let (fresh, pipes) = process()?;
        *child = fresh;
        Ok(pipes)
    }

    pub(crate) fn kill(&self) -> io::Result<()> {
        locked(&self.child).kill()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        locked(&self.pipes).jobs = None; // The worker sees the end of its standard input, and ends.
        let _ = locked(&self.child).wait();
    }
}

// ANCHOR: pipes
impl Pipes {
    fn ask(&mut self, job: &str) -> io::Result<String> {
        let mut jobs = self.jobs.as_ref().ok_or(ErrorKind::BrokenPipe)?;
        jobs.write_all(format!("{job}\n").as_bytes())?;
        let mut result = String::new();
        self.results.read_line(&mut result)?;
        // A line without its end is what a worker had written when it was killed.
        if result.ends_with('\n') { Ok(result) } else { Err(ErrorKind::UnexpectedEof.into()) }
    }
}
// ANCHOR_END: pipes

fn process() -> io::Result<(Child, Pipes)> {
    let mut program = this_program()?;
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let results = child.stdout.take().ok_or(ErrorKind::BrokenPipe)?;
    let pipes = Pipes { jobs: child.stdin.take(), results: BufReader::new(results) };
    Ok((child, pipes))
}

/// A thread that panicked has left nothing here that the others could not go on with.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
