//! This program in the role of `rustc`, for skeptic.
//!
//! skeptic knows no edition after 2021, prints what the compiler says wherever it happens to be,
//! and takes a compiler's error for a failed test. So it is given this program as its compiler: it
//! asks for the edition of the book, keeps what the compiler says in a file for the test that
//! wants it, and reports success for a block that is meant to fail (whether it did is for the test
//! to judge).

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Output};

/// The variable skeptic takes its compiler from.
const RUSTC: &str = "RUSTC";
/// Set where the tests run; its value is the real compiler.
pub(crate) const SHIM: &str = "TEXTBOOK_RUSTC";
/// The edition of every block.
const EDITION: &str = "--edition=2024";
/// A block begins with this and its id.
pub(crate) const ID: &str = "// block ";
/// A block that must not compile has this instead.
pub(crate) const FAILS: &str = "// fails ";

/// Makes `command`, this program, use itself as the compiler.
pub(crate) fn set<'a>(command: &'a mut Command, captures: &Path) -> &'a mut Command {
    let real = env::var_os(RUSTC).unwrap_or_else(|| "rustc".into());
    if let Ok(exe) = env::current_exe() {
        command.env(RUSTC, exe);
    }
    command.env(SHIM, real).env(::blocks::CAPTURES, captures)
}

/// Undoes [`set`] for a child that wants the real compiler.
pub(crate) fn unset(command: &mut Command) -> &mut Command {
    command.env_remove(RUSTC).env_remove(SHIM)
}

/// Whether this process was started as a compiler: the tests are started without a `.rs` file,
/// and cargo asks a compiler for its version.
pub(crate) fn is_wanted() -> bool {
    let wanted = |argument: &str| argument.ends_with(".rs") || argument == "-vV" || argument == "-";
    env::var_os(SHIM).is_some() && env::args().any(|argument| wanted(&argument))
}

/// Compiles, as rustc would; a block for skeptic in the book's edition, anything else untouched.
pub(crate) fn run() -> ExitCode {
    let mut command = Command::new(env::var_os(SHIM).unwrap_or_else(|| "rustc".into()));
    unset(&mut command);
    let mut arguments: Vec<_> = env::args().skip(1).collect();
    let source = arguments.iter().find(|argument| argument.ends_with(".rs"));
    let block = source
        .and_then(|path| fs::read_to_string(path).ok())
        .filter(|text| text.starts_with(ID) || text.starts_with(FAILS));
    let Some(block) = block else {
        let status = command.args(arguments).status();
        return code(status.is_ok_and(|status| status.success()));
    };
    arguments.retain(|argument| !argument.starts_with("--edition") && argument != "--verbose");
    match command.args(arguments).arg(EDITION).output() {
        Ok(output) => keep(&block, &output),
        Err(error) => {
            eprintln!("cannot start rustc: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Leaves the compiler's words where the block's test finds them.
fn keep(block: &str, output: &Output) -> ExitCode {
    let first = block.lines().next().unwrap_or_default();
    let id = first.strip_prefix(ID).or_else(|| first.strip_prefix(FAILS)).unwrap_or("unknown");
    let folder = env::var_os(::blocks::CAPTURES).unwrap_or_else(|| ".".into());
    let verdict = if output.status.success() { "compiled\n" } else { "failed\n" };
    let mut said = verdict.as_bytes().to_vec();
    said.extend_from_slice(&output.stderr);
    if let Err(error) = fs::write(Path::new(&folder).join(format!("{id}.rustc")), said) {
        eprintln!("cannot keep what rustc said: {error}");
        return ExitCode::FAILURE;
    }
    code(output.status.success() || first.starts_with(FAILS))
}

fn code(success: bool) -> ExitCode {
    if success { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
