//! A program that was built, run within limits, told as it prints.

use super::event::{Event, Teller, Text};
use anyhow::{Context, Result, anyhow};
use child::{Bounds, Contained, End, Holder, Limits, Pipe};
use mdbook_evidence::{Drawn, drawn};
use serde::Deserialize;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use timeline::Recording;

/// What one run may have. Memory is address space, of which threads reserve much and use little.
pub(super) const BOUNDS: Bounds =
    Bounds { memory: 4 << 30, processes: 2_048, files: 1_024, file_size: 64 << 20 };

/// What one run may print, in bytes.
pub(super) const OUTPUT: usize = 128 * 1024;

/// Which cores a program may use.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Core {
    /// Whatever this machine has.
    #[default]
    All,
    /// One of them, always the same.
    One,
}

/// A program, and how it is run.
#[derive(Debug)]
pub(super) struct Execution<'a> {
    /// What holds it, where nothing better does.
    pub(super) holder: &'a Holder,
    pub(super) program: &'a Path,
    pub(super) arguments: &'a [String],
    /// What a reader would type to the same end, if there is such a thing.
    pub(super) command: Option<&'a str>,
    /// What its picture is called.
    pub(super) name: &'a str,
    pub(super) time: Duration,
    pub(super) core: Core,
    /// Where it finds shared libraries, if it needs any.
    pub(super) libraries: Option<&'a Path>,
    /// Whether anybody could have written it: it is then run contained or not at all.
    pub(super) strange: bool,
}

/// Runs it, and tells what it prints and what it recorded. How it ended, and what it printed.
///
/// # Errors
///
/// It cannot be started, or not as it must be.
pub(super) fn execute(how: &Execution<'_>, tell: &Teller) -> Result<(End, String)> {
    let folder = tempfile::tempdir().context("failed to create a temporary folder")?;
    let mut held = held(how.program, how.holder, how.strange)?;
    let command = held.clean(folder.path(), how.libraries);
    command.args(how.arguments);
    let file = folder.path().join("timeline.json");
    command.env("TIMELINE_FILE", &file);
    if how.core == Core::One {
        child::bind_to_one_core().context("failed to bind the program to one core")?;
    }

    let mut text = Text::default();
    let mut all = String::new();
    tell.tell(&Event::Started { command: how.command });
    let limits = Limits { time: how.time, output: OUTPUT };
    let end = child::stream(command, limits, &|| tell.gone(), &mut |pipe, bytes| {
        let text = text.add(pipe, bytes);
        let on = if pipe == Pipe::Stdout { "stdout" } else { "stderr" };
        tell.tell(&Event::Printed { on, text: &text });
        if pipe == Pipe::Stdout {
            all.push_str(&text);
        }
    });
    let end = end.with_context(|| format!("failed to start {}", how.name))?;
    // What was recorded may be cut off where the run was; then there is nothing to draw.
    if fs::metadata(&file).is_ok_and(|file| file.len() <= BOUNDS.file_size)
        && let Ok(recording) = Recording::read(&file)
    {
        let Drawn { player, numbers } = drawn(how.name, &recording);
        tell.tell(&Event::Timeline { player: &player, numbers: &numbers });
    }
    Ok((end, all))
}

/// A command, contained where the system allows it.
pub(super) enum Held {
    Contained(Contained),
    Plain(Command),
}

/// The command that runs `program`: contained if that is possible, and if it is `strange`, only so.
///
/// # Errors
///
/// Why something strange cannot be run here.
pub(super) fn held(program: &Path, holder: &Holder, strange: bool) -> Result<Held> {
    match child::contained(program, &BOUNDS, holder) {
        Ok(contained) if strange && !contained.counts_processes => Err(anyhow!(
            "an edited block is not run: this server runs as root, whose processes nothing counts \
             here; start it as another user"
        )),
        Ok(contained) => Ok(Held::Contained(contained)),
        Err(why) if strange => Err(anyhow!("an edited block is not run, because {why}")),
        Err(_) => Ok(Held::Plain(holder.around(Command::new(program)))),
    }
}

impl Held {
    /// The command, in `folder` and with nothing of our environment but the way to programs.
    pub(super) fn clean(&mut self, folder: &Path, libraries: Option<&Path>) -> &mut Command {
        let command = match self {
            Held::Contained(contained) => &mut contained.command,
            Held::Plain(command) => command,
        };
        command.env_clear().current_dir(folder).env("TMPDIR", folder).env("HOME", folder);
        for name in ["PATH", "SystemRoot"] {
            if let Some(value) = env::var_os(name) {
                command.env(name, value);
            }
        }
        if let Some(libraries) = libraries {
            command.env("LD_LIBRARY_PATH", libraries);
        }
        command
    }
}

/// How a program ended, for the page.
pub(super) fn ending(end: End) -> (bool, String) {
    let code = match end {
        End::Exited(status) => status.code(),
        _ => None,
    };
    match code {
        Some(0) => (true, "It ended well.".to_owned()),
        // A shell's way to say it, which is the first process of a contained program.
        Some(code @ 129..=192) => (false, format!("It was ended by signal {}.", code - 128)),
        Some(code) => (false, format!("It ended with exit code {code}.")),
        None => (false, format!("It {end}.")),
    }
}

/// The folder of a file; for a program's libraries.
pub(super) fn beside(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).to_owned()
}
