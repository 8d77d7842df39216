//! Running a block of code as the reader edited it.
//!
//! rustc alone compiles it, with the libraries that every block of the book may use; cargo has
//! built these once. Compiler and program are contained, or the block is not run.

use super::event::{Event, Teller, Text};
use super::execute::{Core, Execution, beside, ending, execute, held};
use super::{Kitchen, cargo};
use anyhow::{Context, Result};
use child::Limits;
use mdbook_evidence::block::program;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::PoisonError;
use std::time::Duration;

/// What a page asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    /// The block's text.
    code: String,
    #[serde(default)]
    core: Core,
}

/// The package whose dependencies are what a block may use.
const PACKAGE: &str = "blocks";
/// The limit for the compiler, whose words the reader waits for.
const COMPILING: Limits = Limits { time: Duration::from_secs(60), output: super::execute::OUTPUT };
/// The limit for the block itself; Stop ends it at any time.
const TIME: Duration = Duration::from_secs(60);

/// A compiler with the libraries that it needs.
#[derive(Clone, Debug)]
pub(super) struct Compiler {
    rustc: PathBuf,
    /// The standard library as a shared one: linking it takes half the time.
    std: PathBuf,
    /// The libraries of ours, by the name a block calls them.
    libraries: BTreeMap<String, PathBuf>,
}

pub(super) fn run(kitchen: &Kitchen, ask: &Ask, tell: &Teller) -> Result<(bool, String)> {
    let folder = tempfile::tempdir().context("failed to create a temporary folder")?;
    // Before cargo is asked for anything: whoever is refused should not wait.
    drop(held(Path::new("true"), &kitchen.program, true)?);
    let compiler = compiler(kitchen, tell)?;
    fs::write(folder.path().join("block.rs"), program(&ask.code))
        .context("failed to write the block")?;

    tell.tell(&Event::Progress { text: "Compiling" });
    let mut contained = held(&compiler.rustc, &kitchen.program, true)?;
    let command = contained.clean(folder.path(), None);
    command.args(["block.rs", "--edition=2024", "--color=never", "-Cprefer-dynamic"]);
    for (name, path) in &compiler.libraries {
        command.arg("--extern").arg(format!("{name}={}", path.display()));
        command.arg("-L").arg(format!("dependency={}", beside(path).display()));
    }
    let mut text = Text::default();
    let end = child::stream(command, COMPILING, &|| tell.gone(), &mut |pipe, bytes| {
        let text = text.add(pipe, bytes);
        tell.tell(&Event::Printed { on: "compiler", text: &text });
    });
    let end = end.context("failed to start the compiler")?;
    if !matches!(end, child::End::Exited(status) if status.success()) {
        return Ok((false, "It does not compile.".to_owned()));
    }
    let (end, _) = execute(
        &Execution {
            holder: &kitchen.program,
            program: &folder.path().join("block"),
            arguments: &[],
            command: None,
            name: "edited-block",
            time: TIME,
            core: ask.core,
            libraries: Some(&compiler.std),
            strange: true,
        },
        tell,
    )?;
    Ok(ending(end))
}

/// The compiler that was found before, while its libraries are there; else it is found now.
fn compiler(kitchen: &Kitchen, tell: &Teller) -> Result<Compiler> {
    let mut known = kitchen.compiler.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(compiler) = &*known
        && compiler.libraries.values().all(|path| path.exists())
    {
        return Ok(compiler.clone());
    }
    let found = find(kitchen, tell)?;
    *known = Some(found.clone());
    Ok(found)
}

fn find(kitchen: &Kitchen, tell: &Teller) -> Result<Compiler> {
    let root = &kitchen.root;
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "sysroot", "--print", "target-libdir"]).current_dir(root);
    let printed = crate::commands::record::succeed(&mut rustc, Limits::default(), "rustc")?;
    let printed = String::from_utf8_lossy(&printed);
    let mut folders = printed.lines().map(PathBuf::from);
    let (sysroot, std) = folders.next().zip(folders.next()).context("rustc has no folders")?;

    let names = dependencies(root)?;
    let mut libraries = BTreeMap::new();
    for artifact in cargo::build(kitchen, PACKAGE, &Path::new("tests").join(PACKAGE), tell)? {
        let name = artifact.target.name;
        let is_library = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "rlib");
        if let (true, Some(path)) =
            (names.contains(&name), artifact.filenames.into_iter().find(is_library))
        {
            libraries.insert(name, path);
        }
    }
    // Not rustup's stand-in, which needs what a clean environment lacks.
    Ok(Compiler { rustc: sysroot.join("bin/rustc"), std, libraries })
}

/// The crates that a block may use, as Rust calls them.
fn dependencies(root: &Path) -> Result<Vec<String>> {
    /// The one part that matters here.
    #[derive(Deserialize)]
    struct Manifest {
        dependencies: BTreeMap<String, toml::Value>,
    }
    let path = root.join("tests").join(PACKAGE).join("Cargo.toml");
    let reading = || format!("failed to read {}", path.display());
    let text = fs::read_to_string(&path).with_context(reading)?;
    let manifest: Manifest = toml::from_str(&text).with_context(reading)?;
    Ok(manifest.dependencies.keys().map(|name| name.replace('-', "_")).collect())
}
