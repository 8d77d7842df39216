//! However the process with the pool ends, none of its workers is left.

use libtest_mimic::{Completion, Failed};
use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

/// A pool at work in a process of its own, which ends as `end` ends it; and whether all its workers do.
pub(crate) fn none(end: impl Fn(&mut Child) -> io::Result<()>) -> Result<(), Failed> {
    let mut parent = Command::new(env::current_exe()?);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut parent, 0);
    let parent = parent.env("POOL_PARENT", "1").stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut parent = parent.spawn()?;
    let mut at_work = [0; 7];
    parent.stdout.take().ok_or("no output")?.read_exact(&mut at_work)?;
    end(&mut parent)?;
    parent.wait()?;
    // The workers have inherited its standard error: it ends when the last of them does.
    let mut errors = parent.stderr.take().ok_or("no errors")?;
    let (ended, end) = mpsc::channel();
    thread::spawn(move || ended.send(errors.read_to_end(&mut Vec::new())));
    end.recv_timeout(Duration::from_secs(60)).map_err(|_| "a worker outlives its parent")??;
    Ok(())
}

/// A terminal tells all processes of the program.
pub(crate) fn ctrl_c() -> Result<Completion, Failed> {
    if !cfg!(unix) {
        return Ok(Completion::ignored_with("only Unix has process groups"));
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:\t"));
    if ignored.is_some_and(|mask| u64::from_str_radix(mask, 16).is_ok_and(|mask| mask & 2 != 0)) {
        return Ok(Completion::ignored_with("whoever started this test has it ignore Ctrl-C"));
    }
    let end = |parent: &mut Child| {
        let group = format!("kill -INT -{}", parent.id());
        Command::new("sh").args(["-c", &group]).status().map(drop)
    };
    none(end).map(|()| Completion::Completed)
}
