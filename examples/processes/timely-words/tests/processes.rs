//! The same counts on any number of workers and processes; and no hang when a process is lost.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering::Relaxed};
use std::sync::mpsc;
use std::time::Duration;
use std::{iter, thread};
use tempfile::NamedTempFile;

const EXPECTED: &str = include_str!("../expected.txt");

fn words(arguments: &[&str]) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_timely-words"));
    program.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    program.spawn().unwrap() // It is built.
}

/// The counts that it prints, and whether it says that all is well. (timely itself prints lines, too,
/// about whom it waits for.)
fn printed(child: Child) -> (String, bool) {
    let output = child.wait_with_output().unwrap(); // It was started here.
    let text = String::from_utf8_lossy(&output.stdout);
    let counts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    (counts.map(|line| format!("{line}\n")).collect(), output.status.success())
}

/// A file with the addresses of two processes.
fn hosts() -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap(); // The system has room for a line.
    for _ in 0..2 {
        writeln!(file, "127.0.0.1:{}", free_port()).unwrap(); // As before.
    }
    file
}

/// A port that nobody listens on. It is below those that systems hand out by themselves, since such
/// a one could be handed to somebody else before the program listens on it.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + (process::id() % 1_000) as u16 * 10; // Another ten for another process.
    let mut ports = iter::repeat_with(|| first + NEXT.fetch_add(1, Relaxed));
    ports.find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok()).unwrap() // It does not end.
}

#[test]
fn the_same_on_one_two_and_four_workers() {
    for workers in ["1", "2", "4"] {
        assert_eq!(printed(words(&["-w", workers])), (EXPECTED.to_owned(), true));
    }
}

#[test]
fn the_same_in_two_processes() {
    let hosts = hosts();
    let path = hosts.path().to_str().unwrap(); // Temporary files have plain names.
    let [first, second] = ["0", "1"].map(|p| words(&["-w", "2", "-n", "2", "-p", p, "-h", path]));
    assert_eq!(printed(first), (EXPECTED.to_owned(), true));
    assert_eq!(printed(second), (String::new(), true));
}

#[test]
fn a_lost_process_is_an_error_for_the_other() {
    let hosts = hosts();
    let path = hosts.path().to_str().unwrap(); // Temporary files have plain names.
    let [mut first, mut second] = ["0", "1"].map(|p| words(&["-", "-n", "2", "-p", p, "-h", path]));
    // The first has nothing to count, and waits for the second, whose input does not end.
    drop(first.stdin.take());
    let mut input = second.stdin.take().unwrap(); // It is piped.
    // More than a pipe holds: when it is written, the second has begun to read, so the two have met.
    input.write_all("one knife two cooks\n".repeat(20_000).as_bytes()).unwrap(); // It reads.
    second.kill().unwrap(); // It runs until its input ends.
    second.wait().unwrap(); // It was started here.

    let (send, ended) = mpsc::channel();
    let mut stderr = first.stderr.take().unwrap(); // It is piped.
    thread::spawn(move || {
        let mut said = String::new();
        stderr.read_to_string(&mut said).unwrap(); // A panic message is text.
        send.send(said)
    });
    let said = ended.recv_timeout(Duration::from_secs(20)).unwrap_or_else(|_| {
        let _ = first.kill();
        panic!("the first process hangs")
    });
    assert!(said.contains("a worker is lost"), "{said}");
    assert!(!first.wait().unwrap().success()); // It was started here.
}
