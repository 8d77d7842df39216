//! Many that wait at once, as async tasks, goroutines and threads: what memory each of them holds.

use std::fs;
use std::io;
use std::process::Command;
use std::sync::{Arc, Barrier};
use std::thread;

/// The memory that this process really uses, in bytes; `None` where the system has no such file.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kib| kib * 1024)
}

/// What each of `count` holds, if the process used so much before they were there.
fn each(before: Option<u64>, count: usize) -> Option<u64> {
    Some(memory()?.saturating_sub(before?) / count as u64)
}

/// Tasks that wait at a barrier until all are there, and at a second one to be let go.
#[tokio::main(flavor = "current_thread")]
pub async fn tasks(count: usize) -> Option<u64> {
    let before = memory();
    let barrier = Arc::new(tokio::sync::Barrier::new(count + 1));
    let tasks: Vec<_> = (0..count)
        .map(|_| {
            let barrier = Arc::clone(&barrier);
            tokio::spawn(async move {
                barrier.wait().await;
                barrier.wait().await;
            })
        })
        .collect();
    barrier.wait().await;
    let each = each(before, count);
    barrier.wait().await;
    for task in tasks {
        task.await.expect("no task panics");
    }
    each
}

/// The same with goroutines, in a program of theirs; `None` where there is no Go, or it cannot tell.
pub fn goroutines(count: usize) -> Option<u64> {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/src/row.go");
    let output = Command::new("go").args(["run", program, &count.to_string()]).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// The same with threads.
///
/// # Errors
///
/// If the system refuses one of them. Those that it gave wait until the process ends.
pub fn threads(count: usize) -> io::Result<Option<u64>> {
    let before = memory();
    let barrier = Arc::new(Barrier::new(count + 1));
    let mut threads = Vec::new();
    for _ in 0..count {
        let barrier = Arc::clone(&barrier);
        threads.push(thread::Builder::new().spawn(move || {
            barrier.wait();
            barrier.wait();
        })?);
    }
    barrier.wait();
    let each = each(before, count);
    barrier.wait();
    threads.into_iter().for_each(|thread| thread.join().expect("no thread panics"));
    Ok(each)
}
