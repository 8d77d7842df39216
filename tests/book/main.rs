//! What holds across the whole book, one test a block, an example, a link.
//!
//! Its tests are found while it runs, in the chapters and the example crates, so editing a chapter
//! compiles nothing but the blocks that changed. A test that lacks a tool is *ignored*, with the
//! reason; `TEXTBOOK_REQUIRE_TOOLS=1` makes that a failure. README.md beside this folder says how
//! to refresh what the tests compare with.

use std::env;
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Trial};

mod blocks;
mod browser;
mod chapters;
mod compare;
mod course;
mod evidence;
mod examples;
mod machines;
mod notes;
mod pages;
mod pictures;
mod root;
mod rustc;
mod schedules;
mod structure;
mod tools;
mod versions;

fn main() -> ExitCode {
    if rustc::is_wanted() {
        return rustc::run();
    }
    // skeptic asks the environment which compiler to use. It must not change while other threads
    // read it, so this program starts itself again with the answer in place.
    let ended = if env::var_os(rustc::SHIM).is_none() { again() } else { test() };
    ended.unwrap_or_else(|error| {
        eprintln!("the book cannot be tested: {error:?}");
        ExitCode::FAILURE
    })
}

fn test() -> anyhow::Result<ExitCode> {
    // Failures are reported with the test they belong to; a panic needs no second report.
    std::panic::set_hook(Box::new(|_| {}));
    Ok(libtest_mimic::run(&Arguments::from_args(), trials()?).exit_code())
}

fn trials() -> anyhow::Result<Vec<Trial>> {
    let mut trials = structure::trials();
    trials.extend(course::trials());
    trials.extend(versions::trials());
    trials.extend(compare::trials());
    trials.extend(blocks::trials()?);
    trials.extend(examples::trials()?);
    trials.extend(pictures::trials());
    trials.extend(schedules::trials());
    trials.extend(machines::trials());
    trials.extend(pages::trials());
    trials.extend(chapters::trials());
    trials.extend(browser::trials());
    trials.extend(notes::trials());
    let claims = evidence::trials(&trials);
    trials.extend(claims);
    Ok(trials)
}

/// This program once more, with skeptic's compiler in the environment.
fn again() -> anyhow::Result<ExitCode> {
    let captures = root::scratch("blocks")?;
    let mut tests = Command::new(env::current_exe()?);
    let status = rustc::set(&mut tests, &captures).args(env::args_os().skip(1)).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
