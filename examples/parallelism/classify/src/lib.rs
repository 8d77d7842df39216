//! Pieces of work that wait for different things, or for nothing.

use std::hint::black_box;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;
use std::{fs, thread};
use tracing::info_span;

/// Some work; every task in it has a span.
pub type Work<'a> = Box<dyn Fn() -> io::Result<()> + 'a>;

const TASKS: u64 = 10;

/// A page as the server sends it.
fn page() -> String {
    (0..20_000).map(|number| format!("<p>{number}</p>\n")).collect()
}

/// What there is to do with a page: find the longest paragraph, in the plainest way.
fn parse(page: &str) -> usize {
    page.lines().map(|line| line.trim_matches(['<', 'p', '>', '/']).len()).max().unwrap_or(0)
}

// ANCHOR: works
/// Computes, and nothing else.
pub fn compute() -> io::Result<()> {
    for number in 0..TASKS {
        let _task = info_span!("compute", number).entered();
        (0..500_000).for_each(|step: u64| _ = black_box(step * number));
    }
    Ok(())
}

/// Writes files, and reads them again: they are still in memory.
pub fn read_files(folder: &Path) -> io::Result<()> {
    let page = page();
    for number in 0..TASKS {
        fs::write(folder.join(number.to_string()), &page)?;
    }
    for number in 0..TASKS {
        let _task = info_span!("file", number).entered();
        black_box(parse(&fs::read_to_string(folder.join(number.to_string()))?));
    }
    Ok(())
}

/// Waits for a server that takes its time, and does nothing with what it sends.
pub fn wait_for_page(server: SocketAddr) -> io::Result<()> {
    for number in 0..TASKS {
        let _task = info_span!("page", number).entered();
        black_box(get(server)?);
    }
    Ok(())
}

/// The same, and looks through every page.
pub fn scrape(server: SocketAddr) -> io::Result<()> {
    for number in 0..TASKS {
        let _task = info_span!("page", number).entered();
        black_box(parse(&get(server)?));
    }
    Ok(())
}

/// Two threads that compute, and must not do it at the same time.
pub fn one_lock() -> io::Result<()> {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        for name in ["A", "B"] {
            let lock = &lock;
            scope.spawn(move || {
                let _task = info_span!("locked", name).entered();
                let _held = lock.lock();
                (0..3_000_000).for_each(|step: u64| _ = black_box(step));
            });
        }
    });
    Ok(())
}
// ANCHOR_END: works

/// Starts a server that takes some milliseconds for every page, as one far away would.
pub fn serve_pages() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = listener.local_addr()?;
    let page = page();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            thread::sleep(Duration::from_millis(30));
            // A client that went away is its own concern.
            let _ = (&client).write_all(page.as_bytes());
        }
    });
    Ok(address)
}

/// Asks for a page, and waits for all of it.
fn get(server: SocketAddr) -> io::Result<String> {
    let mut page = String::new();
    TcpStream::connect(server)?.read_to_string(&mut page)?;
    Ok(page)
}
