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
//! Where a system refuses namespaces, a [`Holder`] stands in the place of the first two and of the
//! last: what the program leaves behind is killed, and all of it when we are gone. Other systems than
//! Linux have no such thing; [`contained`] then says why.

use crate::Holder;
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
    _group: Option<crate::group::Group>,
}

/// The command that runs `program` within `bounds`; by `holder`, where there are no namespaces.
///
/// # Errors
///
/// Why this system cannot contain a program, in a sentence for the reader.
pub fn contained(program: &Path, bounds: &Bounds, holder: &Holder) -> Result<Contained, String> {
    #[cfg(target_os = "linux")]
    return linux::contained(program, bounds, holder);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (program, bounds, holder);
        Err("only on Linux can this program contain another one".to_owned())
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{Bounds, Contained};
    use crate::group::Group;
    use crate::{Holder, Limits};
    use std::fs;
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;
    use std::process::Command;
    use std::sync::OnceLock;

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

    /// What this system lets us have.
    #[derive(Clone, Copy, Debug)]
    enum Way {
        Namespaces,
        Held,
    }

    pub(super) fn contained(
        program: &Path,
        bounds: &Bounds,
        holder: &Holder,
    ) -> Result<Contained, String> {
        static WAY: OnceLock<Result<Way, String>> = OnceLock::new();
        let way = WAY.get_or_init(|| try_out(holder)).clone()?;
        let root = rustix::process::getuid().is_root();
        // No limit of its own binds root, so root needs a group that has one.
        let group = if root { Group::new(bounds.processes) } else { None };
        let mut command = match way {
            Way::Namespaces => dies_with_us(),
            // `env` only becomes what follows. The holder itself joins no group and has no limits.
            Way::Held => holder.around(Command::new("env")),
        };
        if let Some(Group(folder)) = &group {
            command.args(["sh", "-c", "echo 0 >\"$0/cgroup.procs\" && exec \"$@\""]).arg(folder);
        }
        // Without a namespace of its own, what this user has running already counts, too.
        let others = match way {
            Way::Namespaces => {
                command.args(UNSHARE);
                0
            }
            Way::Held => threads_of_this_user(),
        };
        command.arg("prlimit").arg("--core=0");
        command.arg(format!("--as={}", bounds.memory));
        command.arg(format!("--nproc={}", others + bounds.processes));
        command.arg(format!("--nofile={}", bounds.files));
        command.arg(format!("--fsize={}", bounds.file_size));
        if let Way::Namespaces = way {
            // Signals that a program sends itself, as `abort` does, never reach the first process of
            // a namespace; so that is a shell, which tells what became of the program.
            command.args(["sh", "-c", "\"$@\"; exit $?", "sh"]);
        }
        command.arg(program);
        Ok(Contained { command, counts_processes: !root || group.is_some(), _group: group })
    }

    fn dies_with_us() -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]);
        command
    }

    /// What this system lets us have, or why nothing; found out once, by doing it.
    fn try_out(holder: &Holder) -> Result<Way, String> {
        const LIMITED: [&str; 3] = ["prlimit", "--core=0", "true"];
        let mut unshared = dies_with_us();
        unshared.args(UNSHARE).args(LIMITED);
        let refused = match crate::run(&mut unshared, Limits::default()) {
            Ok(outcome) if outcome.success() => return Ok(Way::Namespaces),
            Ok(outcome) => String::from_utf8_lossy(&outcome.stderr).trim().to_owned(),
            Err(error) => {
                return Err(format!("setpriv, of util-linux, cannot be started: {error}"));
            }
        };
        let mut held = holder.around(Command::new("env"));
        held.args(LIMITED);
        match crate::run(&mut held, Limits::default()) {
            Ok(outcome) if outcome.success() => Ok(Way::Held),
            _ => Err(format!(
                "this system does not let a program have namespaces of its own: {refused}"
            )),
        }
    }

    /// How many threads the user has who runs this.
    fn threads_of_this_user() -> u32 {
        let me = rustix::process::getuid().as_raw();
        let all = fs::read_dir("/proc").into_iter().flatten().flatten();
        let mine = all.filter(|process| process.metadata().is_ok_and(|data| data.uid() == me));
        let threads = mine.filter_map(|process| fs::read_dir(process.path().join("task")).ok());
        u32::try_from(threads.map(Iterator::count).sum::<usize>()).unwrap_or(u32::MAX / 2)
    }
}
