//! Ending a child together with everything it started.

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
    {
        let group = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
        if let Some(group) = group {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
    }
    #[cfg(target_os = "linux")]
    while kill_marked(mark) {}
    #[cfg(not(target_os = "linux"))]
    let _ = mark;
    let _ = child.kill();
    let _ = child.wait();
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
