//! Runs a child process that cannot outstay its welcome.
//!
//! Everything this project starts, a code block, an example, a Python or Go sibling, is started
//! here: with a limit on time and on output, and with its whole tree ended when it is over. A
//! program that hangs is then a failed check with a name, never a wedged build.
//!
//! What ends a tree differs by system. On Unix the child leads a process group of its own, and
//! the group is killed. On Linux a process that left the group (`setsid`) is still found by its
//! parent or by a mark in its environment. On Windows only the child itself is killed. What must
//! end even when we are killed is run by a [`Holder`]. What a stranger may have written is run
//! [`contained`]: in namespaces of its own, with limits that hold for all of it.

use std::io;
use std::process::{Command, ExitStatus};
use std::time::Duration;

mod contain;
#[cfg(target_os = "linux")]
mod group;
mod hold;
mod stream;
mod tree;

pub use contain::{Bounds, Contained, contained};
pub use hold::{Holder, hold};
pub use stream::{Pipe, stream};

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
    /// It was killed because whoever started it wanted no more of it.
    Stopped,
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
            End::Stopped => write!(f, "was stopped"),
        }
    }
}

/// What a child left behind.
#[derive(Debug)]
pub struct Outcome {
    /// Why it is no longer running.
    pub end: End,
    /// What it wrote to standard output. With what it wrote to standard error, up to the limit.
    pub stdout: Vec<u8>,
    /// What it wrote to standard error.
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
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let end = stream(command, limits, &|| false, &mut |pipe, bytes| match pipe {
        Pipe::Stdout => stdout.extend_from_slice(bytes),
        Pipe::Stderr => stderr.extend_from_slice(bytes),
    })?;
    Ok(Outcome { end, stdout, stderr })
}

/// Binds the calling thread to one core, and with it every child that it starts from now on.
///
/// # Errors
///
/// The system refuses, or has no such thing.
pub fn bind_to_one_core() -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
        let allowed = sched_getaffinity(None)?;
        let first = (0..CpuSet::MAX_CPU).find(|&cpu| allowed.is_set(cpu));
        let mut one = CpuSet::new();
        one.set(first.unwrap_or(0));
        Ok(sched_setaffinity(None, &one)?)
    }
    #[cfg(not(target_os = "linux"))]
    Err(io::Error::new(io::ErrorKind::Unsupported, "this system binds no program to one core"))
}
