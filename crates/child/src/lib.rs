//! Runs a child process that cannot outstay its welcome.
//!
//! Everything this project starts, a code block, an example, a Python or Go sibling, is started
//! here: with a limit on time and on output, and with its whole tree ended when it is over. A
//! program that hangs is then a failed check with a name, never a wedged build.
//!
//! What ends a tree differs by system. On Unix the child leads a process group of its own, and
//! the group is killed. On Linux a process that left the group (`setsid`) is still found by a
//! mark in its environment. On Windows only the child itself is killed.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};
use std::thread;
use std::time::{Duration, Instant};

mod tree;

/// How much a child may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Wall-clock time from its start to its end.
    pub time: Duration,
    /// Bytes on standard output and standard error, together.
    pub output: usize,
}

impl Default for Limits {
    /// Ten seconds and a quarter of a megabyte: an example of this book needs less of both.
    fn default() -> Self {
        Limits { time: Duration::from_secs(10), output: 256 * 1024 }
    }
}

/// Why a child is no longer running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It ended by itself.
    Exited(ExitStatus),
    /// It was killed at its time limit.
    OutOfTime(Duration),
    /// It was killed when it had written more than its limit, in bytes.
    TooMuchOutput(usize),
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            End::Exited(status) => write!(f, "ended with {status}"),
            End::OutOfTime(limit) => {
                write!(f, "was still running after its time limit of {limit:?} and was killed")
            }
            End::TooMuchOutput(limit) => {
                write!(f, "printed more than its limit of {limit} bytes and was killed")
            }
        }
    }
}

/// What a child left behind.
#[derive(Debug)]
pub struct Outcome {
    /// Why it is no longer running.
    pub end: End,
    /// What it wrote to standard output, up to the limit.
    pub stdout: Vec<u8>,
    /// What it wrote to standard error, up to the limit.
    pub stderr: Vec<u8>,
}

impl Outcome {
    /// Whether it ended by itself and reported success.
    #[must_use]
    pub fn success(&self) -> bool {
        matches!(self.end, End::Exited(status) if status.success())
    }
}

/// Runs `command` to its end or to a limit, whichever comes first.
///
/// Standard input is empty. When this returns, no process of the child's tree is left (see the
/// crate's text for what that means on each system).
///
/// # Errors
///
/// When the child cannot be started: it is not there, or may not be executed.
pub fn run(command: &mut Command, limits: Limits) -> io::Result<Outcome> {
    // Unique among the children of all processes that run at once.
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mark = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));

    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    tree::prepare(command, &mark);
    let mut child = command.spawn()?;

    let written = Arc::new(AtomicUsize::new(0));
    let stdout = child.stdout.take().map(|pipe| collect(pipe, limits.output, &written));
    let stderr = child.stderr.take().map(|pipe| collect(pipe, limits.output, &written));

    let end = wait(&mut child, limits, &written)?;
    tree::end(&mut child, &mark);
    Ok(Outcome { end, stdout: received(stdout), stderr: received(stderr) })
}

/// Waits for the child's end, its time limit, or its output limit.
///
/// The standard library cannot wait with a time limit, so this looks every few milliseconds;
/// the first looks are close together, because most children end at once.
fn wait(child: &mut Child, limits: Limits, written: &AtomicUsize) -> io::Result<End> {
    let started = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exited(status));
        }
        if written.load(Ordering::Relaxed) > limits.output {
            return Ok(End::TooMuchOutput(limits.output));
        }
        if started.elapsed() >= limits.time {
            return Ok(End::OutOfTime(limits.time));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

/// Reads a pipe on a thread of its own, keeping at most `limit` bytes and counting all of them.
/// It goes on reading past the limit, so that the child is not blocked before it is killed.
fn collect(
    mut pipe: impl Read + Send + 'static,
    limit: usize,
    written: &Arc<AtomicUsize>,
) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    let written = Arc::clone(written);
    thread::spawn(move || {
        let mut kept = Vec::new();
        let mut buffer = [0; 8192];
        while let Ok(count @ 1..) = pipe.read(&mut buffer) {
            written.fetch_add(count, Ordering::Relaxed);
            let room = limit.saturating_sub(kept.len());
            kept.extend_from_slice(&buffer[..count.min(room)]);
        }
        let _ = sender.send(kept); // The receiver gave up: nobody wants it any more.
    });
    receiver
}

/// What a pipe held. A process that escaped may keep the pipe open for ever, so this waits a
/// second for the end of it and no longer.
fn received(pipe: Option<Receiver<Vec<u8>>>) -> Vec<u8> {
    pipe.and_then(|bytes| bytes.recv_timeout(Duration::from_secs(1)).ok()).unwrap_or_default()
}
