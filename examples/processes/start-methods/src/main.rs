//! Three ways to start a process: what does it find in its memory?
//!
//! Run it: `cargo run -p start-methods`

use std::process::{Command, exit};
use std::sync::atomic::{AtomicI32, Ordering::Relaxed};
use std::sync::{Barrier, Mutex};
use std::{env, io, thread};

static COUNTER: AtomicI32 = AtomicI32::new(0);
static LOCK: Mutex<()> = Mutex::new(());
static HELD: Barrier = Barrier::new(2);

// ANCHOR: look
/// What a child finds, as its exit code: the counter after its step, and 100 more if the lock is held.
fn look() -> i32 {
    let held = LOCK.try_lock().is_err();
    COUNTER.fetch_add(1, Relaxed) + 1 + if held { 100 } else { 0 }
}
// ANCHOR_END: look

// ANCHOR: methods
/// A copy of this process, as it is.
#[cfg(unix)]
fn fork() -> io::Result<i32> {
    use nix::sys::wait::{WaitStatus, waitpid};
    use nix::unistd::ForkResult::{Child, Parent};

    // SAFETY: the child of a process with several threads may do very little. This one looks at two
    // atomics, allocates nothing, and ends.
    match unsafe { nix::unistd::fork() }? {
        // SAFETY: it ends this process, without its destructors, which are the parent's affair.
        Child => unsafe { nix::libc::_exit(look()) },
        Parent { child } => match waitpid(child, None)? {
            WaitStatus::Exited(_, code) => Ok(code),
            other => Err(io::Error::other(format!("the child ended otherwise: {other:?}"))),
        },
    }
}

/// A new process that begins at the beginning of this program.
fn spawn(role: &str) -> io::Result<i32> {
    let ended = Command::new(env::current_exe()?).arg(role).status()?;
    ended.code().ok_or_else(|| io::Error::other("the child was killed"))
}
// ANCHOR_END: methods

#[cfg(not(unix))]
fn fork() -> io::Result<i32> {
    Err(io::Error::other("not on this system, which cannot copy a process"))
}

// ANCHOR: main
fn main() -> io::Result<()> {
    match env::args().nth(1).as_deref() {
        Some("child") => exit(look()),
        Some("server") => exit(fork()?), // A real one would go on forking, whenever it is asked.
        _ => {}
    }
    COUNTER.store(7, Relaxed);
    thread::spawn(|| {
        let _guard = LOCK.lock();
        HELD.wait();
        thread::sleep(std::time::Duration::MAX);
    });
    HELD.wait(); // From here on, the other thread holds the lock.

    println!("            the child counts to   the lock is");
    let methods = [("fork", fork()), ("spawn", spawn("child")), ("forkserver", spawn("server"))];
    for (method, code) in methods {
        let code = match code {
            Ok(code) => code,
            Err(error) => {
                println!("{method:11} {error}");
                continue;
            }
        };
        let lock = if code >= 100 { "held" } else { "free" };
        println!("{method:11} {:19}   {lock}", code % 100);
    }
    Ok(())
}
// ANCHOR_END: main
