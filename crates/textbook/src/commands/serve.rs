//! `serve`: builds the book, serves it on loopback, builds it again after every save.

use crate::book;
use crate::key::Key;
use crate::live::LiveBook;
use crate::run::Runner;
use crate::server;
use crate::watch::{PAUSE, Watcher};
use anyhow::{Context, Error, Result, anyhow};
use clap::Args;
use std::env;
use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Where a reader looks first.
const DEFAULT_PORT: u16 = 3000;

/// How many ports after the default are tried before giving up.
const OTHER_PORTS: u16 = 20;

/// After this long without a save, the search index is brought up to date.
const QUIET: Duration = Duration::from_secs(2);

/// What `serve` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// The port to listen on, exactly this one [default: 3000, or the next that is free]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,

    /// Open the book in the browser.
    #[arg(long)]
    pub open: bool,
}

/// Serves until Ctrl-C.
///
/// # Errors
///
/// There is no book here, or no port to serve it at. A faulty book is no error: the pages show
/// what is wrong, and follow when it is mended.
pub fn run(options: &Options) -> Result<()> {
    let root = book::find_root()?;
    // Before the build, for a taken port should be said at once.
    let listener = listen(options.port)?;
    let address = listener.local_addr().context("failed to read the server's own address")?;

    let watcher = Watcher::new(root.clone());
    let program = env::current_exe().context("failed to find this very program")?;
    let runner = Runner::new(root.clone(), program);
    let key = Key::new()?;
    let mut book = LiveBook::new(root);
    eprintln!("Building the book …");
    rebuild(&mut book, "Built");

    // Behind the `#`, which a browser keeps to itself; the page's script takes it from there.
    let url = format!("http://{address}/#key={}", key.text());
    eprintln!("Read it here, and stop with Ctrl-C:");
    // On standard output, alone, so that a script can wait for it. A closed pipe is no reason
    // to stop serving.
    let mut out = io::stdout();
    let _ = writeln!(out, "{url}").and_then(|()| out.flush());
    if options.open {
        open(url);
    }

    let published = book.subscribe();
    let runs = runner.clone();
    thread::Builder::new()
        .name("follow the chapters".to_owned())
        .spawn(move || follow(book, watcher, &runs))
        .context("failed to start the thread that follows the chapters")?;
    server::run(listener, published, runner, key)
}

/// Builds after every change, for as long as the process lives.
fn follow(mut book: LiveBook, mut watcher: Watcher, runner: &Runner) {
    let mut last_change = Instant::now();
    loop {
        thread::sleep(PAUSE);
        if runner.is_busy() {
            // The cores belong to what runs; a save is seen right after.
            continue;
        }
        if watcher.changed() {
            rebuild(&mut book, "Built again");
            last_change = Instant::now();
        } else if last_change.elapsed() > QUIET {
            book.refresh_search();
        }
    }
}

/// Builds, and says on the terminal how that went.
fn rebuild(book: &mut LiveBook, what: &str) {
    let start = Instant::now();
    match book.rebuild() {
        Ok(()) => eprintln!("{what} in {:.2} s.", start.elapsed().as_secs_f64()),
        Err(faults) => eprintln!("The book has faults; mend and save:\n{faults:#}"),
    }
}

/// Binds the port that was asked for, or the first free one from the default upwards.
///
/// # Errors
///
/// The port is taken or not ours to use; the message says what to type instead.
pub fn listen(port: Option<u16>) -> Result<TcpListener> {
    match port {
        Some(port) => bind(port).map_err(|error| refusal(port, error)),
        None => listen_from(DEFAULT_PORT),
    }
}

/// Binds the first free port from `first` upwards, and says so if it is another.
///
/// # Errors
///
/// None of the next few is free, or the system refuses for another reason.
pub fn listen_from(first: u16) -> Result<TcpListener> {
    let mut port = first;
    loop {
        match bind(port) {
            Ok(listener) => {
                if port != first {
                    eprintln!("Port {first} is in use, so this is port {port}.");
                }
                return Ok(listener);
            }
            Err(error)
                if error.kind() == ErrorKind::AddrInUse
                    && port < first.saturating_add(OTHER_PORTS) =>
            {
                port += 1;
            }
            Err(error) => return Err(refusal(port, error)),
        }
    }
}

/// Loopback and nothing else: no other machine can connect.
fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn refusal(port: u16, error: io::Error) -> Error {
    let other =
        if port < 1024 { DEFAULT_PORT } else { port.checked_add(1).unwrap_or(DEFAULT_PORT) };
    match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} of 127.0.0.1 is in use by another program; type: cargo run -- --port {other}"
        ),
        ErrorKind::PermissionDenied => anyhow!(
            "no permission to listen on port {port}, the low ports belong to the administrator; \
             type: cargo run -- --port {other}"
        ),
        _ => Error::new(error).context(format!(
            "failed to listen on port {port} of 127.0.0.1; type: cargo run -- --port {other}"
        )),
    }
}

/// Opens the browser. Should that fail, the reader has the address, and is told why.
fn open(url: String) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        // The empty string is the window's title; without it `start` takes the address for one.
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    // On a thread, since some openers stay for as long as the browser does.
    thread::spawn(move || {
        let silent = Stdio::null;
        let mut command = Command::new(program);
        command.args(arguments).arg(&url).stdin(silent()).stdout(silent()).stderr(silent());
        match command.status() {
            Ok(status) if status.success() => {}
            Ok(status) => eprintln!("{program} failed ({status}); open {url} by hand."),
            Err(error) => eprintln!("{program} did not start ({error}); open {url} by hand."),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_port_says_what_to_type() {
        let says = |port, kind: ErrorKind| refusal(port, kind.into()).to_string();
        let low = says(80, ErrorKind::PermissionDenied);
        assert!(
            low.contains("no permission") && low.ends_with("cargo run -- --port 3000"),
            "{low}"
        );
        let taken = says(8080, ErrorKind::AddrInUse);
        assert!(taken.contains("in use") && taken.ends_with("cargo run -- --port 8081"), "{taken}");
        let last = says(u16::MAX, ErrorKind::AddrInUse);
        assert!(last.ends_with("cargo run -- --port 3000"), "{last}");
    }
}
