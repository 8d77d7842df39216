//! The notes' two processes, with a counter; and after them the same two tasks as threads.
//!
//! Run it: `cargo run -p two-processes`

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;
use std::{env, io, thread};

static COUNTER: AtomicU32 = AtomicU32::new(0);

fn task(name: &str) {
    thread::sleep(Duration::from_secs(1));
    COUNTER.fetch_add(1, Relaxed);
    println!("Task {name} completed");
}

fn processes() -> io::Result<()> {
    let start = |name| Command::new(env::current_exe()?).arg(name).spawn();
    for mut child in [start("A")?, start("B")?] {
        child.wait()?;
    }
    Ok(())
}

fn threads() {
    thread::scope(|scope| {
        for name in ["A", "B"] {
            scope.spawn(move || task(name));
        }
    });
}

fn main() -> io::Result<()> {
    if let Some(name) = env::args().nth(1) {
        // This process is one of the two.
        task(&name);
        println!("process {name} counted to {}", COUNTER.load(Relaxed));
        return Ok(());
    }
    processes()?;
    println!("after two processes main has {}", COUNTER.load(Relaxed));
    threads();
    println!("after two threads main has {}", COUNTER.load(Relaxed));
    Ok(())
}
