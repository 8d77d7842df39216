//! Running an example: the program that the chapter shows, with its arguments or those on offer.

use super::event::{Event, Teller};
use super::execute::{Core, Execution, ending, execute};
use super::{Kitchen, cargo};
use anyhow::{Context, Error, Result};
use claims::{Evidence, Verdict, judge_witness};
use mdbook_evidence::Example;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a page asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    /// The example's name, one of those that there are.
    pub(super) example: String,
    #[serde(default)]
    core: Core,
    /// What the reader chose of what is on offer: a value, by option.
    #[serde(default)]
    pub(super) chosen: BTreeMap<String, String>,
}

/// Builds it, runs it, and tells what it says of its claims.
pub(super) fn run(
    kitchen: &Kitchen,
    ask: &Ask,
    example: &Example,
    arguments: &[String],
    tell: &Teller,
) -> Result<(bool, String)> {
    let how = example.comparison().map_err(Error::msg)?;
    let built = cargo::build(kitchen, &example.name, &example.folder, tell)?;
    let program = built
        .iter()
        .filter(|artifact| artifact.target.name == example.name)
        .find_map(|artifact| artifact.executable.as_deref())
        .context("cargo built no program of this name")?;
    let execution = Execution {
        holder: &kitchen.program,
        program,
        arguments,
        command: Some(&example.command(arguments)),
        name: &example.name,
        time: how.time(),
        core: ask.core,
        libraries: None,
        strange: false,
    };
    let (end, printed) = execute(&execution, tell)?;
    verdicts(example, &printed, tell)?;
    Ok(ending(end))
}

/// What this run shows of the claims that one run can show.
fn verdicts(example: &Example, printed: &str, tell: &Teller) -> Result<()> {
    let file = example.path("claims.toml");
    if !file.exists() {
        return Ok(());
    }
    for claim in claims::file::read(&file)? {
        let verdict = match &claim.evidence {
            Evidence::Witness { line } => match judge_witness(line, printed).verdict {
                Verdict::Proven => "proven here, by this run".to_owned(),
                Verdict::CannotShow(why) => format!("this run cannot show it: {why}"),
                Verdict::Refuted(by) => format!("refuted: {by}"),
            },
            Evidence::Test { prints: Some(figure), .. } if printed.contains(figure.as_str()) => {
                format!("this run printed it: {figure}")
            }
            // A test, or many rounds of a benchmark, is more than one run.
            Evidence::Test { .. } | Evidence::Bench(_) => continue,
        };
        tell.tell(&Event::Verdict { claim: &claim.id, says: &claim.says, verdict: &verdict });
    }
    Ok(())
}
