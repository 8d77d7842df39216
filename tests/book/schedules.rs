//! What an example's search found is found again, and what really happens is within it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use libtest_mimic::{Failed, Trial};
use mdbook_evidence::Example;

use crate::compare::compare;
use crate::examples::program;
use crate::root::{root, scratch};
use crate::tools;

/// How often an example runs for real.
const REAL_RUNS: &str = "10000";
/// The time for that, on a busy machine with few cores.
const REAL: Duration = Duration::from_secs(120);

pub(crate) fn trials() -> Vec<Trial> {
    let searched = |example: &Example| example.path("recorded/schedules.json").exists();
    let mut trials = Vec::new();
    for example in Example::all(root()).into_iter().filter(searched) {
        let (name, same) = (example.name.clone(), example.clone());
        trials
            .push(Trial::test(format!("{name} has the schedules that were recorded"), move || {
                found_again(&same)
            }));
        let test = move || within(&example);
        trials.push(Trial::test(format!("{name}: {REAL_RUNS} real runs stay within them"), test));
    }
    trials
}

/// The search finds again what the committed file says.
fn found_again(example: &Example) -> Result<(), Failed> {
    let file = scratch("schedules")?.join(format!("{}.json", example.name));
    let _ = fs::remove_file(&file);
    run(example, example.comparison()?.time(), &file, &[])?;
    let place = example.shown("recorded/schedules.json");
    let recorded = fs::read_to_string(example.path("recorded/schedules.json"))?;
    let fresh = fs::read_to_string(&file)
        .map_err(|error| format!("{place}: the program searches nothing now: {error}"))?;
    compare(&recorded, &fresh, false).map_err(|difference| {
        let name = &example.name;
        format!(
            "{place}: the search finds something else now; type `cargo run -- record {name}`\n\
             {difference}"
        )
        .into()
    })
}

/// The program itself holds its real runs to what its search has found.
fn within(example: &Example) -> Result<(), Failed> {
    let file = scratch("schedules")?.join(format!("{}-real.json", example.name));
    let said = run(example, REAL, &file, &[("SCHEDULES_REAL", REAL_RUNS)])?;
    let counted = format!("{REAL_RUNS} real runs ended in");
    if said.contains(&counted) {
        return Ok(());
    }
    Err(format!("{}: nothing ran for real:\n{said}", example.shown("src/main.rs")).into())
}

/// Runs an example's program; what it says on standard error.
fn run(
    example: &Example,
    time: Duration,
    file: &Path,
    environment: &[(&str, &str)],
) -> Result<String, Failed> {
    let mut command = program(example)?;
    command.args(&example.comparison()?.arguments);
    command.env("SCHEDULES_FILE", file).env("SCHEDULES_CODE", example.code_hash()?);
    command.envs(environment.iter().copied());
    let outcome = tools::run(&mut command, time)?;
    let said = String::from_utf8_lossy(&outcome.stderr).into_owned();
    if outcome.success() {
        return Ok(said);
    }
    Err(format!("{} {}\n{said}", example.name, outcome.end).into())
}
