//! Building, by cargo, which keeps two builds apart with a lock of its own.

use super::event::{Event, Status, Teller};
use super::{Kitchen, built};
use crate::commands::record::cargo;
use anyhow::{Context, Result, bail};
use child::{Limits, Pipe};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The most that a build may take, and what it may say: a line of JSON a crate.
const LIMITS: Limits = Limits { time: Duration::from_secs(900), output: 64 << 20 };

/// Something that cargo built, or found built.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Artifact {
    pub(super) target: Target,
    #[serde(default)]
    pub(super) filenames: Vec<PathBuf>,
    pub(super) executable: Option<PathBuf>,
}

/// What cargo calls the program or the library.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Target {
    pub(super) name: String,
}

/// Builds a package of the workspace, which is in `folder`, unless it is as it was built before;
/// everything that belongs to it, in the order of its making. The page is told what cargo is doing,
/// and what it waits for.
///
/// # Errors
///
/// Cargo cannot be started, was stopped, or the package cannot be built: the compiler's own words
/// have been told by then.
pub(super) fn build(
    kitchen: &Kitchen,
    package: &str,
    folder: &Path,
    tell: &Teller,
) -> Result<Vec<Artifact>> {
    let sources = built::sources(&kitchen.root, folder);
    if let Some(artifacts) = kitchen.built.get(package, &sources) {
        return Ok(artifacts);
    }
    let mut command = cargo(&kitchen.root);
    command.args(["build", "--message-format=json-render-diagnostics", "--package", package]);
    let mut command = kitchen.program.around(command);
    let (mut messages, mut said, mut status) = (Vec::new(), Vec::new(), Status::default());
    let end = child::stream(&mut command, LIMITS, &|| tell.gone(), &mut |pipe, bytes| match pipe {
        Pipe::Stdout => messages.extend_from_slice(bytes),
        Pipe::Stderr => {
            said.extend_from_slice(bytes);
            let line = status.add(&String::from_utf8_lossy(bytes)).to_owned();
            tell.tell(&Event::Progress { text: &doing(&line) });
        }
    });
    let end = end.context("failed to start cargo")?;
    if !matches!(end, child::End::Exited(status) if status.success()) {
        let said = String::from_utf8_lossy(&said);
        tell.tell(&Event::Printed { on: "compiler", text: &said });
        bail!("cargo {end}");
    }
    let messages = String::from_utf8_lossy(&messages);
    // Cargo writes messages of other kinds too, which lack what an artifact has.
    let artifacts: Vec<Artifact> =
        messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    kitchen.built.put(package, sources, &artifacts);
    Ok(artifacts)
}

/// A line of cargo's, for a reader who did not start it.
fn doing(line: &str) -> String {
    let line = line.trim();
    match line.strip_prefix("Blocking waiting for file lock on ") {
        Some(what) => format!("Waiting for another cargo, which holds the lock on {what}"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiting_reader_is_told_what_for() {
        let told = doing("    Blocking waiting for file lock on build directory");
        assert_eq!(told, "Waiting for another cargo, which holds the lock on build directory");
        assert_eq!(doing("   Compiling oven v0.1.0"), "Compiling oven v0.1.0");
    }
}
