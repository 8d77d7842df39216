//! A process that does items: it is told once what an item is, and then given one payload after the
//! other. Its answer is a byte.

use crate::run::Item;
use std::env;
use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// The argument that makes this program a worker.
const WORKER: &str = "worker";

/// A worker and the pipes to it.
pub(crate) struct Worker {
    child: Child,
    items: ChildStdin,
    answers: ChildStdout,
}

impl Worker {
    pub(crate) fn start(item: Item) -> io::Result<Worker> {
        let mut command = Command::new(env::current_exe()?);
        command.args([WORKER, &item.steps.to_string(), &item.wait.as_nanos().to_string()]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (items, answers) = pipes.ok_or(ErrorKind::BrokenPipe)?;
        Ok(Worker { child, items, answers })
    }

    /// Gives it an item, and does not wait.
    pub(crate) fn send(&mut self, payload: &[u8]) -> io::Result<()> {
        self.items.write_all(&(payload.len() as u64).to_ne_bytes())?;
        self.items.write_all(payload)
    }

    /// Gives it an item, and waits for the answer.
    pub(crate) fn ask(&mut self, payload: &[u8]) -> io::Result<()> {
        self.send(payload)?;
        self.answers.read_exact(&mut [0])
    }

    /// Waits until it has done what it was given, and has ended.
    pub(crate) fn end(self) -> io::Result<()> {
        let Worker { mut child, items, answers } = self;
        drop(items);
        let ended = child.wait()?;
        drop(answers); // Only now, since the last answer may be on its way.
        if ended.success() { Ok(()) } else { Err(io::Error::other(ended.to_string())) }
    }
}

/// Whether this process is a worker: then it has done what came in, until no more could come.
pub fn serve_if_worker() -> io::Result<bool> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [worker, steps, wait] = &arguments[..] else { return Ok(false) };
    if worker != WORKER {
        return Ok(false);
    }
    let number = |text: &String| text.parse::<u64>().map_err(io::Error::other);
    let item = Item { steps: number(steps)?, wait: Duration::from_nanos(number(wait)?) };
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut piece = vec![0; 1 << 16];
    let mut length = [0; 8];
    while input.read_exact(&mut length).is_ok() {
        let mut left = u64::from_ne_bytes(length);
        while left > 0 {
            let most = left.min(piece.len() as u64) as usize;
            input.read_exact(&mut piece[..most])?;
            left -= most as u64;
        }
        item.run();
        output.write_all(&[1])?;
        output.flush()?;
    }
    Ok(true)
}
