//! A child whose output is handed on as it is printed, and which can be stopped at any time.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

use crate::{End, Limits, tree};

/// Where a child printed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pipe {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// What one read brought, and from which pipe.
type Chunk = (Pipe, Vec<u8>);

/// As [`run`](crate::run), but hands what the child prints to `printed` piece by piece, up to the
/// limit, and ends the child as soon as `stop` says so.
///
/// # Errors
///
/// When the child cannot be started: it is not there, or may not be executed.
pub fn stream(
    command: &mut Command,
    limits: Limits,
    stop: &dyn Fn() -> bool,
    printed: &mut dyn FnMut(Pipe, &[u8]),
) -> io::Result<End> {
    // Unique among the children of all processes that run at once.
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mark = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));

    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    tree::prepare(command, &mark);
    let mut child = command.spawn()?;

    // A few pieces and no more: who prints faster than anybody listens has to wait.
    let (sender, chunks) = mpsc::sync_channel(16);
    if let Some(pipe) = child.stdout.take() {
        read(Pipe::Stdout, pipe, sender.clone());
    }
    if let Some(pipe) = child.stderr.take() {
        read(Pipe::Stderr, pipe, sender);
    }
    let mut output = Output { left: limits.output, printed };
    let end = watch(&mut child, limits, stop, &chunks, &mut output);
    tree::end(&mut child, &mark);
    let end = end?;
    // A process that escaped may keep the pipes open for ever, so this waits a second for the rest
    // of what was printed, and no longer.
    let last = Instant::now() + Duration::from_secs(1);
    while let Ok(chunk) = chunks.recv_timeout(last.saturating_duration_since(Instant::now())) {
        if !output.take(&chunk) {
            // It was over the limit before it ended; only the end was seen first.
            return Ok(End::TooMuchOutput(limits.output));
        }
    }
    Ok(end)
}

/// What the child may still print, and who wants it.
struct Output<'a> {
    left: usize,
    printed: &'a mut dyn FnMut(Pipe, &[u8]),
}

impl Output<'_> {
    /// Hands on what is within the limit; whether that was all of it.
    fn take(&mut self, (pipe, bytes): &Chunk) -> bool {
        let within = &bytes[..bytes.len().min(self.left)];
        if !within.is_empty() {
            (self.printed)(*pipe, within);
        }
        self.left -= within.len();
        within.len() == bytes.len()
    }
}

/// Waits for the child's end, a limit, or the wish to stop it.
///
/// The standard library cannot wait with a time limit, so this looks every few milliseconds, and
/// whenever something is printed; the first looks are close together, because most children end at
/// once.
fn watch(
    child: &mut Child,
    limits: Limits,
    stop: &dyn Fn() -> bool,
    chunks: &Receiver<Chunk>,
    output: &mut Output<'_>,
) -> io::Result<End> {
    let started = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        match chunks.recv_timeout(pause) {
            Ok(chunk) if !output.take(&chunk) => return Ok(End::TooMuchOutput(limits.output)),
            Ok(_) => {}
            Err(error) => {
                if let Some(status) = child.try_wait()? {
                    return Ok(End::Exited(status));
                }
                if error == RecvTimeoutError::Disconnected {
                    // It closed its pipes and lives on.
                    thread::sleep(pause);
                }
                pause = (pause * 2).min(Duration::from_millis(10));
            }
        }
        if stop() {
            return Ok(End::Stopped);
        }
        if started.elapsed() >= limits.time {
            return Ok(End::OutOfTime(limits.time));
        }
    }
}

/// Reads a pipe on a thread of its own, until its end or until nobody wants more.
fn read(from: Pipe, mut pipe: impl Read + Send + 'static, to: SyncSender<Chunk>) {
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(count @ 1..) = pipe.read(&mut buffer) {
            if to.send((from, buffer[..count].to_vec())).is_err() {
                break;
            }
        }
    });
}
