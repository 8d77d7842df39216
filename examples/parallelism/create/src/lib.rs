//! Starting something that does nothing, and waiting for its end: a task, a thread, a process.

use std::io;
use std::path::Path;
use std::process::Command;
use std::thread;

/// An async task, on the runtime that this is called from.
pub async fn task() {
    let nothing = tokio::spawn(async {});
    nothing.await.unwrap(); // It does not panic.
}

/// A thread.
pub fn thread() {
    thread::spawn(|| ()).join().unwrap(); // It does not panic.
}

/// A process of `program`, which must end at once.
pub fn process(program: &Path) -> io::Result<bool> {
    Ok(Command::new(program).arg("nothing").status()?.success())
}
