//! Running what a stranger may have written.
//!
//! On Linux the child is the first process of namespaces of its own: whatever it starts, and
//! however that hides, dies with it, and it dies with us. Its memory, processes and files are
//! limited. The programs of util-linux do this, since what Rust could do between fork and exec is
//! unsafe:
//!
//! ```text
//! setpriv     dies when the thread that started it dies
//!   sh        joins a control group, for root only
//!     unshare   new user, process and mount namespaces; its child dies with it
//!       prlimit   limits
//!         sh        the first process: it reaps, and may be killed by no signal of its own
//!           the program
//! ```
//!
//! Other systems, and those that refuse namespaces, have no such thing; [`contained`] then says why.

use std::path::Path;
use std::process::Command;

/// How much a contained child may have.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Bytes of memory that one process may map.
    pub memory: u64,
    /// Processes and threads at once.
    pub processes: u32,
    /// Files that one process may have open at once.
    pub files: u32,
    /// Bytes that one file may have.
    pub file_size: u64,
}

/// A command that runs contained, for as long as this value lives.
#[derive(Debug)]
pub struct Contained {
    /// The command: its arguments go to the program.
    pub command: Command,
    /// Whether the number of its processes is limited.
    pub counts_processes: bool,
    /// Holds the control group, which goes with it.
    #[cfg(target_os = "linux")]
    _group: Option<linux::Group>,
}

/// The command that runs `program` within `bounds`.
///
/// # Errors
///
/// Why this system cannot contain a program, in a sentence for the reader.
pub fn contained(program: &Path, bounds: &Bounds) -> Result<Contained, String> {
    #[cfg(target_os = "linux")]
    return linux::contained(program, bounds);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (program, bounds);
        Err("only on Linux can this program contain another one".to_owned())
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{Bounds, Contained};
    use crate::Limits;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::thread;
    use std::time::Duration;

    /// A namespace each for users, processes and mounts: `/proc` must show the processes that the
    /// program knows of, since it asks there for the times of its threads.
    const UNSHARE: [&str; 7] = [
        "unshare",
        "--user",
        "--map-current-user",
        "--pid",
        "--fork",
        "--kill-child",
        "--mount-proc",
    ];

    pub(super) fn contained(program: &Path, bounds: &Bounds) -> Result<Contained, String> {
        static REFUSED: OnceLock<Option<String>> = OnceLock::new();
        if let Some(why) = REFUSED.get_or_init(try_out) {
            return Err(why.clone());
        }
        let root = rustix::process::getuid().is_root();
        // No limit of its own binds root, so root needs a group that has one.
        let group = if root { Group::new(bounds.processes) } else { None };
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]);
        if let Some(Group(folder)) = &group {
            command.args(["sh", "-c", "echo 0 >\"$0/cgroup.procs\" && exec \"$@\""]).arg(folder);
        }
        command.args(UNSHARE).arg("prlimit").arg("--core=0");
        command.arg(format!("--as={}", bounds.memory));
        command.arg(format!("--nproc={}", bounds.processes));
        command.arg(format!("--nofile={}", bounds.files));
        command.arg(format!("--fsize={}", bounds.file_size));
        // Signals that a program sends itself, as `abort` does, never reach the first process of a
        // namespace; so that is a shell, which tells what became of the program.
        command.args(["sh", "-c", "\"$@\"; exit $?", "sh"]).arg(program);
        Ok(Contained { command, counts_processes: !root || group.is_some(), _group: group })
    }

    /// Why this system cannot do it, if so; found out once, by doing it.
    fn try_out() -> Option<String> {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]).args(UNSHARE);
        command.args(["prlimit", "--core=0", "true"]);
        match crate::run(&mut command, Limits::default()) {
            Ok(outcome) if outcome.success() => None,
            Ok(outcome) => {
                let said = String::from_utf8_lossy(&outcome.stderr).trim().to_owned();
                Some(format!(
                    "this system does not let a program have namespaces of its own: {said}"
                ))
            }
            Err(error) => Some(format!("setpriv, of util-linux, cannot be started: {error}")),
        }
    }

    /// A control group that limits how many processes there are in it.
    #[derive(Debug)]
    pub(super) struct Group(PathBuf);

    impl Group {
        /// A new group, in whichever of the two layouts this system has; `None` where there is no
        /// such thing, or it is not ours to change.
        fn new(processes: u32) -> Option<Self> {
            static COUNT: AtomicU64 = AtomicU64::new(0);
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("textbook-{}-{count}", std::process::id());
            ["/sys/fs/cgroup/pids", "/sys/fs/cgroup"].into_iter().find_map(|parent| {
                sweep(parent);
                let folder = Path::new(parent).join(&name);
                fs::create_dir(&folder).ok()?;
                let group = Self(folder);
                // Where the system does not count processes there is no such file, and opening it
                // would make one only on an ordinary file system.
                let limit = group.0.join("pids.max");
                let limited = limit.exists() && fs::write(limit, processes.to_string()).is_ok();
                limited.then_some(group)
            })
        }
    }

    /// Removes the groups of those who were killed before they could.
    fn sweep(parent: &str) {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let owner = name.strip_prefix("textbook-").and_then(|rest| rest.split('-').next());
            if owner.is_some_and(|owner| !Path::new("/proc").join(owner).exists()) {
                // Should somebody be in there still, the system refuses.
                let _ = fs::remove_dir(entry.path());
            }
        }
    }

    impl Drop for Group {
        fn drop(&mut self) {
            // What was killed takes a moment to leave.
            for _ in 0..100 {
                if fs::remove_dir(&self.0).is_ok() {
                    return;
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
    }
}
