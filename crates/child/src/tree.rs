//! Ending a child together with everything it started.
//!
//! On Linux its descendants are found first, from parent to child, while it cannot start more: it is
//! stopped. One whose parent had ended before is found here only if the child is a holder
//! ([`hold`](crate::hold)); else by its group or its mark.

use std::process::{Child, Command};

/// The environment variable that marks every process of one tree, on Linux. A tree within a tree has
/// the outer one's mark in front of its own: `outer/inner`.
#[cfg(target_os = "linux")]
const MARK: &str = "TEXTBOOK_CHILD_TREE";

/// Makes the child the root of a tree that [`end`] can find again.
pub(crate) fn prepare(command: &mut Command, mark: &str) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(target_os = "linux")]
    command
        .env(MARK, std::env::var(MARK).map_or(mark.to_owned(), |outer| format!("{outer}/{mark}")));
    #[cfg(not(target_os = "linux"))]
    let _ = (command, mark);
}

/// Kills what is left of the tree and reaps the child.
///
/// Failures are of no interest here: a process that is already gone is what we want.
pub(crate) fn end(child: &mut Child, mark: &str) {
    #[cfg(unix)]
    if let Some(pid) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        use rustix::process::{Signal, kill_process_group};
        #[cfg(target_os = "linux")]
        if let Ok(None) = child.try_wait() {
            let _ = rustix::process::kill_process(pid, Signal::STOP);
            end_descendants(pid);
        }
        let _ = kill_process_group(pid, Signal::KILL);
    }
    #[cfg(target_os = "linux")]
    while kill_marked(mark) {}
    #[cfg(not(target_os = "linux"))]
    let _ = mark;
    let _ = child.kill();
    let _ = child.wait();
}

/// Kills all that descends from a process until nothing does. The process itself lives on.
#[cfg(target_os = "linux")]
pub(crate) fn end_descendants(of: rustix::process::Pid) {
    use rustix::process::{Pid, Signal, kill_process};
    loop {
        let mut children = std::collections::HashMap::<i32, Vec<Process>>::new();
        for process in processes() {
            children.entry(process.parent).or_default().push(process);
        }
        let mut parents = vec![of.as_raw_nonzero().get()];
        let mut found = false;
        while let Some(parent) = parents.pop() {
            for child in children.remove(&parent).into_iter().flatten() {
                parents.push(child.pid);
                let pid = Pid::from_raw(child.pid).filter(|_| !child.over);
                found |= pid.is_some_and(|pid| kill_process(pid, Signal::KILL).is_ok());
            }
        }
        if !found {
            return;
        }
        // What was killed takes a moment to end, and one that forked just before has a child.
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

/// A process, as the system lists it.
#[cfg(target_os = "linux")]
struct Process {
    pid: i32,
    parent: i32,
    /// It has ended, and nobody has asked how.
    over: bool,
}

#[cfg(target_os = "linux")]
fn processes() -> Vec<Process> {
    let list = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    list.filter_map(|entry| {
        let pid = entry.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        // The name stands in brackets and may hold anything.
        let mut rest = stat.rsplit_once(')')?.1.split_whitespace();
        let over = matches!(rest.next()?, "Z" | "X");
        Some(Process { pid, parent: rest.next()?.parse().ok()?, over })
    })
    .collect()
}

/// Kills every process that carries the mark; whether there was one. A process may fork while we
/// look, so the caller asks again until nothing is found.
#[cfg(target_os = "linux")]
fn kill_marked(mark: &str) -> bool {
    let entry = std::env::var(MARK)
        .map_or_else(|_| format!("{MARK}={mark}"), |outer| format!("{MARK}={outer}/{mark}"))
        .into_bytes();
    let ours = |variable: &[u8]| {
        variable.strip_prefix(&*entry).is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
    };
    let mut found = false;
    for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let pid = process.file_name().to_str().and_then(|name| name.parse().ok());
        let Some(pid) = pid.and_then(rustix::process::Pid::from_raw) else { continue };
        // Unreadable: another user's process, or one that has just ended. Empty: a zombie.
        let Ok(environment) = std::fs::read(process.path().join("environ")) else { continue };
        if environment.split(|&byte| byte == 0).any(ours) {
            found |= rustix::process::kill_process(pid, rustix::process::Signal::KILL).is_ok();
        }
    }
    found
}
