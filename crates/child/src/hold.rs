//! Holding a program: being the parent of whatever it leaves behind, and outliving it.
//!
//! A process whose parent ends becomes a child of the nearest *subreaper* above it. The holder is
//! one, so nothing that descends from its program can get away from it, in whatever session and
//! with whatever environment. When the program ends it kills what is left, and ends as the program
//! did. It also looks whether its own parent lives, because nobody can act on a SIGKILL: if that is
//! gone, it kills everything and ends.
//!
//! What is needed for this must happen in a process of its own, and what Rust could do between fork
//! and exec is unsafe. So the holder is a program that is started: any that calls [`hold`].

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::Command;

/// A program that holds others: with `hold` as its first argument it calls [`hold`] with the rest.
#[derive(Clone, Debug)]
pub struct Holder(pub PathBuf);

impl Holder {
    /// The command that runs `command` held. Where there are no subreapers, it is the command itself.
    #[must_use]
    pub fn around(&self, command: Command) -> Command {
        if !cfg!(target_os = "linux") {
            return command;
        }
        let mut held = Command::new(&self.0);
        held.args(["hold", &std::process::id().to_string()]);
        held.arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => held.env(name, value),
                None => held.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            held.current_dir(folder);
        }
        held
    }
}

/// Holds a program: the words are the number of the process that wants it held, the program, and
/// the program's arguments. Returns the exit code that a shell would give for it.
///
/// # Errors
///
/// The program cannot be started, or this system cannot hold one.
#[cfg(target_os = "linux")]
pub fn hold(words: impl IntoIterator<Item = OsString>) -> io::Result<u8> {
    use crate::tree::end_descendants;
    use rustix::process::{WaitOptions, getpid, getppid, set_child_subreaper, wait};
    use std::thread;
    use std::time::Duration;

    /// How often it looks whether its parent lives.
    const LOOK: Duration = Duration::from_millis(100);

    let missing =
        || io::Error::new(io::ErrorKind::InvalidInput, "a number and a program are needed");
    let mut words = words.into_iter();
    let parent: i32 =
        words.next().and_then(|word| word.to_str()?.parse().ok()).ok_or_else(missing)?;
    let program = words.next().ok_or_else(missing)?;
    set_child_subreaper(Some(getpid()))?;
    thread::spawn(move || {
        while getppid().is_some_and(|now| now.as_raw_nonzero().get() == parent) {
            thread::sleep(LOOK);
        }
        end_descendants(getpid());
        std::process::exit(1);
    });
    let child = Command::new(program).args(words).spawn()?;
    loop {
        // Whatever the program left behind is waited for, too, as it ends.
        let Some((pid, status)) = wait(WaitOptions::empty())? else { continue };
        if pid.as_raw_nonzero().get().cast_unsigned() == child.id() {
            end_descendants(getpid());
            let code =
                status.exit_status().or(status.terminating_signal().map(|signal| 128 + signal));
            return Ok(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1));
        }
    }
}

/// As on Linux, where it can be done.
///
/// # Errors
///
/// Always: this system cannot hold a program.
#[cfg(not(target_os = "linux"))]
pub fn hold(_words: impl IntoIterator<Item = OsString>) -> io::Result<u8> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "only on Linux can a program be held"))
}
