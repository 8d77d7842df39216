//! Programs that a check needs and that may not be there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use libtest_mimic::{Completion, Failed};

use crate::rustc;

/// Set by `.ci/run`: a missing tool is then a failure.
const REQUIRED: &str = "TEXTBOOK_REQUIRE_TOOLS";

/// What a test ends with where `tool` is missing: ignored with the reason, or failed where all
/// tools are required.
pub(crate) fn missing(tool: &str) -> Result<Completion, Failed> {
    if env::var_os(REQUIRED).is_some() {
        return Err(format!("{tool} not found, and {REQUIRED} is set").into());
    }
    Ok(Completion::ignored_with(format!("{tool} not found")))
}

/// Whether a program can be started.
pub(crate) fn there(program: &str, version: &str) -> bool {
    run(Command::new(program).arg(version), Duration::from_secs(20))
        .is_ok_and(|outcome| outcome.success())
}

/// Runs a program from the book's root, with the real compiler in its environment.
pub(crate) fn run(command: &mut Command, time: Duration) -> std::io::Result<child::Outcome> {
    let limits = child::Limits { time, ..child::Limits::default() };
    // What a panic prints is compared, so it must not depend on the reader's settings.
    command.env_remove("RUST_BACKTRACE");
    child::run(rustc::unset(command).current_dir(crate::root::root()), limits)
}

/// Builds programs of the workspace, which `cargo test` alone does not do.
pub(crate) fn build(packages: &[&str]) -> Result<PathBuf, String> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--bins"]);
    for package in packages {
        cargo.args(["--package", package]);
    }
    let outcome = run(&mut cargo, Duration::from_secs(600))
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    if !outcome.success() {
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        return Err(format!("{}: cargo {}\n{stderr}", packages.join(", "), outcome.end));
    }
    let exe = env::current_exe().map_err(|error| error.to_string())?;
    let folder = exe.parent().and_then(Path::parent);
    folder.map(Path::to_path_buf).ok_or_else(|| "this program is in no folder".into())
}

/// The program of one package, built.
pub(crate) fn built(package: &str) -> Result<PathBuf, String> {
    Ok(build(&[package])?.join(package).with_extension(env::consts::EXE_EXTENSION))
}
