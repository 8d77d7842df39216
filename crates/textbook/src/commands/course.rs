//! `course`: opens the exercises in rustlings, where the reader left off or at a named one.
//!
//! rustlings runs them, shows what fails, and remembers what is done. Here is only what a newcomer
//! needs first: to have it, and to be in the right folder.

use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Error, Result, bail};
use clap::Args;
use mdbook_evidence::{EXERCISES, Exercise};

use crate::book;

/// The rustlings that the exercises are checked with; a newer one is as good.
pub const RUSTLINGS: &str = "6.5.0";

/// What `course` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// The exercise to open, for instance interleavings1 [default: where you left off]
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}

/// Opens the exercises.
///
/// # Errors
///
/// There is no such exercise; rustlings is missing or too old, with the command that installs it;
/// or it did not end well.
pub fn run(options: &Options) -> Result<()> {
    let root = book::find_root()?;
    let folder = root.join(EXERCISES);
    if let Some(name) = &options.name {
        let go_on = "; to go on where you left off, type: cargo run -- course";
        Exercise::named(&root, name).map_err(|error| Error::msg(error + go_on))?;
    }
    let rustlings = find()?;
    if let Some(name) = &options.name {
        // Whoever asks rustlings for the hint of an exercise makes it the current one.
        let mut hint = Command::new(&rustlings);
        hint.args(["hint", name]).stdin(Stdio::null()).stdout(Stdio::null());
        start(&mut hint, &folder)?;
    }
    start(&mut Command::new(&rustlings), &folder)
}

fn start(rustlings: &mut Command, folder: &Path) -> Result<()> {
    let status = rustlings
        .current_dir(folder)
        .status()
        .with_context(|| format!("failed to start rustlings in {}", folder.display()))?;
    if !status.success() {
        bail!("rustlings ended with {status}, and says why above");
    }
    Ok(())
}

/// rustlings, as new as is needed: on the path, or where cargo installs it.
fn find() -> Result<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let installed = home.map(|home| home.join("bin/rustlings"));
    for program in [Some(PathBuf::from("rustlings")), installed].into_iter().flatten() {
        match Command::new(&program).arg("--version").stdin(Stdio::null()).output() {
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                let version = said.split_whitespace().last().unwrap_or("?");
                if number(version) < number(RUSTLINGS) {
                    bail!(
                        "rustlings {version} is too old for the exercises; install {RUSTLINGS} or \
                         newer by typing: {}",
                        install()
                    );
                }
                return Ok(program);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                return Err(error)
                    .with_context(|| format!("failed to start {}", program.display()));
            }
        }
    }
    bail!("the exercises run in rustlings, which is not installed; type: {}", install())
}

/// The one command that installs it.
fn install() -> String {
    format!("cargo install rustlings --locked --version {RUSTLINGS}")
}

/// A version, to be compared.
fn number(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(number("6.10.0") > number(RUSTLINGS) && number("7.0.0") > number(RUSTLINGS));
        assert!(number("5.6.1") < number(RUSTLINGS) && number("?") < number(RUSTLINGS));
    }
}
