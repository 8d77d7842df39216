//! The same salad on any number of workers, and in two processes.

use std::io::Write;
use std::net::TcpListener;
use std::process::{self, Child, Command, Stdio};
use tempfile::NamedTempFile;

fn kitchen(arguments: &[&str]) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dag-kitchen"));
    program.args(arguments).stdout(Stdio::piped()).spawn().unwrap() // It is built.
}

/// The dishes that it serves. (timely itself prints lines, too, about whom it waits for.)
fn served(child: Child) -> String {
    let output = child.wait_with_output().unwrap(); // It was started here.
    assert!(output.status.success());
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().filter(|line| line.starts_with("serve")).map(|line| format!("{line}\n")).collect()
}

/// Ports that nobody listens on. They are below those that systems hand out by themselves, since such
/// a one could be handed to somebody else before the program listens on it.
fn free_ports() -> impl Iterator<Item = u16> {
    let first = 20_000 + (process::id() % 1_000) as u16 * 10; // Others for another process.
    (first..).filter(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok())
}

#[test]
fn the_same_on_any_number_of_workers_and_in_two_processes() {
    let expected = include_str!("../expected.txt");
    for workers in ["1", "2", "4"] {
        assert_eq!(served(kitchen(&["-w", workers])), expected);
    }

    let mut hosts = NamedTempFile::new().unwrap(); // The system has room for a line.
    for port in free_ports().take(2) {
        writeln!(hosts, "127.0.0.1:{port}").unwrap(); // As before.
    }
    let path = hosts.path().to_str().unwrap(); // Temporary files have plain names.
    let [first, second] = ["0", "1"].map(|p| kitchen(&["-w", "2", "-n", "2", "-p", p, "-h", path]));
    assert_eq!(served(first), expected);
    assert_eq!(served(second), "");
}
