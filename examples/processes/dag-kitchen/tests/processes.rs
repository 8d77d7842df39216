//! The same salad on any number of workers, and in two processes.

use std::io::Write;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
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

#[test]
fn the_same_on_any_number_of_workers_and_in_two_processes() {
    let expected = include_str!("../expected.txt");
    for workers in ["1", "2", "4"] {
        assert_eq!(served(kitchen(&["-w", workers])), expected);
    }

    let listeners = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap()); // Any port will do.
    let mut hosts = NamedTempFile::new().unwrap(); // The system has room for a line.
    for listener in &listeners {
        writeln!(hosts, "{}", listener.local_addr().unwrap()).unwrap(); // It is bound.
    }
    drop(listeners); // The ports are free again.
    let path = hosts.path().to_str().unwrap(); // Temporary files have plain names.
    let [first, second] = ["0", "1"].map(|p| kitchen(&["-w", "2", "-n", "2", "-p", p, "-h", path]));
    assert_eq!(served(first), expected);
    assert_eq!(served(second), "");
}
