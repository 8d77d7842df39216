//! This program, started as a scenario; and what must hold of whatever it records.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use timeline::{Recording, Run};

/// Names the scenario.
pub(crate) const SCENARIO: &str = "TIMELINE_SCENARIO";

/// A test: what is wrong, if anything is.
pub(crate) type Test = fn() -> Result<(), String>;

/// A scenario about to be started.
pub(crate) struct Program {
    command: Command,
    folder: TempDir,
}

/// What a scenario left behind.
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) errors: String,
    pub(crate) runs: Vec<Run>,
    pub(crate) folder: TempDir,
}

impl Program {
    pub(crate) fn new(scenario: &str) -> Result<Program, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let program = env::current_exe().map_err(|error| error.to_string())?;
        let mut command = Command::new(program);
        command.env(SCENARIO, scenario).env("TIMELINE_FILE", folder.path().join("runs.json"));
        // A test that was killed must not leave its folders where the next one looks for them.
        command.env("TMPDIR", folder.path());
        Ok(Program { command, folder })
    }

    /// A shell does this first, and then becomes the program: both have the same number.
    #[cfg(target_os = "linux")]
    pub(crate) fn after(self, script: &str) -> Program {
        let Program { command, folder } = self;
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("{script}; exec \"$0\"")).arg(command.get_program());
        shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        Program { command: shell, folder }
    }

    /// Into the folder of another one.
    #[cfg(target_os = "linux")]
    pub(crate) fn into(self, folder: TempDir) -> Program {
        let file = folder.path().join("runs.json");
        let mut program = Program { folder, ..self };
        program.command.env("TIMELINE_FILE", file);
        program
    }

    pub(crate) fn arg(mut self, argument: &str) -> Program {
        self.command.arg(argument);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Program {
        self.command.env(name, value);
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(mut self) -> Result<Outcome, String> {
        let output = self.command.output().map_err(|error| error.to_string())?;
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let recording = Recording::read(&self.path("runs.json"));
        let runs = recording.map_or(Vec::new(), |recording| recording.runs);
        for run in &runs {
            lawful(run)?;
        }
        Ok(Outcome { code: output.status.code(), errors, runs, folder: self.folder })
    }
}

/// The runs of a scenario that has nothing to complain of.
pub(crate) fn recorded(scenario: &str) -> Result<Vec<Run>, String> {
    let Outcome { code, errors, runs, folder } = Program::new(scenario)?.run()?;
    ensure(code == Some(0) && errors.is_empty(), || format!("exit {code:?}: {errors}"))?;
    let left = fs::read_dir(folder.path()).map_err(|error| error.to_string())?.count();
    ensure(left == 1, || format!("{left} files are left, not the recording alone"))?;
    Ok(runs)
}

/// The only run of a scenario that has nothing to complain of.
pub(crate) fn only(scenario: &str) -> Result<Run, String> {
    let mut runs = recorded(scenario)?;
    ensure(runs.len() == 1, || format!("{} runs", runs.len()))?;
    runs.pop().ok_or_else(String::new)
}

pub(crate) fn ensure(holds: bool, fault: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(fault()) }
}

/// As `assert_eq!`, as a result.
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    ensure(found == expected, || format!("found {found:?}, expected {expected:?}"))
}

/// What holds of every recording, however busy the machine is.
fn lawful(run: &Run) -> Result<(), String> {
    run.check()?;
    let (i, r) = (run.in_progress(), run.executing());
    let durations = run.tasks.iter().map(|task| task.end.unwrap_or(run.end) - task.start);
    same(i.integral(), durations.map(u128::from).sum())?;
    for time in i.points().iter().map(|p| p.0).chain(r.points().iter().map(|p| p.0)) {
        let (i, r) = (i.at(time), r.at(time));
        ensure(r <= i as f64, || format!("R is {r} and I is {i} at {time}"))?;
    }
    ensure(run.max_executing() <= run.max_in_progress(), || "max R is above max I".to_owned())?;
    let measured = cfg!(any(target_os = "linux", target_os = "macos"));
    same((run.cpu.is_some(), run.knows_executing()), (measured, measured))?;
    let most = run.end * processors();
    let cpu = run.cpu.unwrap_or(0);
    ensure(cpu <= most, || format!("{cpu} ns of CPU time, of {most} that there are"))
}

/// How many processors there are, whichever of them this process may use.
fn processors() -> u64 {
    let online = fs::read_to_string("/sys/devices/system/cpu/online").ok().and_then(|list| {
        let ranges = list.trim().split(',').map(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            Some(last.parse::<u64>().ok()? - first.parse::<u64>().ok()? + 1)
        });
        ranges.sum()
    });
    online.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, |n| n.get() as u64))
}
