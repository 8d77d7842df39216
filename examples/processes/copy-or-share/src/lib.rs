//! One sum, of numbers that two worker processes are sent, or that they share with the parent.

mod serve;

use memmap2::MmapMut;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use tempfile::NamedTempFile;

pub use serve::{serve, sum};

/// Numbers in a memory that other processes can map too, and two processes that have.
pub struct Workers {
    numbers: MmapMut,
    /// The name of the memory: a file, which is removed in the end.
    _file: NamedTempFile,
    workers: [Child; 2],
}

impl Workers {
    /// The numbers `0..count`, and two processes of `program`, which must [`serve`].
    pub fn start(program: &Path, count: u64) -> io::Result<Workers> {
        let file = NamedTempFile::new()?;
        file.as_file().set_len(count * 8)?;
        // ANCHOR: map
        // SAFETY: the file is ours. Nobody makes it shorter, and the others only read it, which they
        // do when they are asked to, after all numbers have been written.
        let mut numbers = unsafe { MmapMut::map_mut(file.as_file()) }?;
        for (number, place) in (0..count).zip(numbers.chunks_exact_mut(8)) {
            place.copy_from_slice(&number.to_ne_bytes());
        }
        // ANCHOR_END: map
        let start = || {
            let mut worker = Command::new(program);
            worker.arg(file.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
        };
        Ok(Workers { workers: [start()?, start()?], numbers, _file: file })
    }

    /// The sum, made in this process.
    pub fn here(&self) -> u64 {
        sum(&self.numbers)
    }

    // ANCHOR: ways
    /// A part for each worker, through its pipe.
    pub fn copied(&mut self) -> io::Result<u64> {
        self.ask(|worker, _, part| {
            writeln!(worker, "copied {}", part.len())?;
            worker.write_all(part)
        })
    }

    /// A part for each worker, which is only told where it lies.
    pub fn shared(&mut self) -> io::Result<u64> {
        self.ask(|worker, start, part| writeln!(worker, "shared {start} {}", part.len()))
    }
    // ANCHOR_END: ways

    /// Gives each worker its part in this way, all at once, and adds up what they answer.
    fn ask(&mut self, give: fn(&mut dyn Write, usize, &[u8]) -> io::Result<()>) -> io::Result<u64> {
        let length = (self.numbers.len() / 2).next_multiple_of(8);
        let parts = self.numbers.chunks(length).zip((0..).step_by(length));
        thread::scope(|scope| {
            let asked: Vec<_> = parts
                .zip(&mut self.workers)
                .map(|((part, start), worker)| scope.spawn(move || one(worker, start, part, give)))
                .collect();
            asked.into_iter().map(|asked| asked.join().expect("it does not panic")).sum()
        })
    }
}

fn one(
    worker: &mut Child,
    start: usize,
    part: &[u8],
    give: fn(&mut dyn Write, usize, &[u8]) -> io::Result<()>,
) -> io::Result<u64> {
    give(worker.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?, start, part)?;
    let mut answer = [0; 8];
    worker.stdout.as_mut().ok_or(io::ErrorKind::BrokenPipe)?.read_exact(&mut answer)?;
    Ok(u64::from_ne_bytes(answer))
}

impl Drop for Workers {
    fn drop(&mut self) {
        for worker in &mut self.workers {
            let _ = worker.wait(); // It closes the worker's standard input first, so the worker ends.
        }
    }
}
