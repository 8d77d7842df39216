//! `measure`: runs the benchmarks that claims rest on, and judges every claim on this machine.
//!
//! A claim compares two benchmarks. They are measured in rounds: one short criterion process each,
//! the order alternating, with the effective cores of this machine taken in between, so that a
//! figure always comes with what the machine could give just then.

mod progress;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use child::Limits;
use claims::{Bench, Claim, Evidence, Judgement, Measured, PHASE, Passport, Round, Verdict};
use claims::{effective_cores, judge_witness};
use clap::Args;
use mdbook_evidence::{Example, MEASURED};

use crate::book;
use crate::commands::record::{cargo, choose, commit, succeed};
use progress::Progress;
use table::{row, table};

/// What `measure` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// The examples to measure [default: all that have claims]
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,

    /// How many steady rounds to measure; a verdict needs nine
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub rounds: usize,

    /// Write the measurement into the book, for everybody, and not only under `target/`.
    #[arg(long)]
    pub record: bool,
}

/// The limit for building all benchmarks, in release.
const COMPILING: Duration = Duration::from_secs(1_800);
/// The limit for one criterion process.
const ONE: Duration = Duration::from_secs(60);
/// A machine that is not steady is asked again, but not for ever: at most so many times the rounds
/// that are wanted.
const PATIENCE: usize = 4;
/// How long criterion warms up and measures, in seconds: short, because there are rounds.
const WARM_UP: &str = "0.1";
const MEASURE: &str = "0.4";

/// Measures and judges.
///
/// # Errors
///
/// An example that is not there, faulty claims, a benchmark that cannot be built, or a claim that
/// this machine refutes.
pub fn run(options: &Options) -> Result<()> {
    let root = book::find_root()?;
    let examples: Vec<_> = choose(Example::all(&root), &options.names, "claims.toml")?;
    let programs = build(&root, &examples)?;
    let commit = commit(&root);

    let mut rows = Vec::new();
    let mut refuted = false;
    for example in &examples {
        let claims = claims::file::read(&example.path("claims.toml"))?;
        let mut measured = Measured::new(
            Passport::here(commit.clone()),
            example.code_hash().map_err(anyhow::Error::msg)?,
        );
        if let Some(program) = programs.get(&example.name) {
            measure(example, program, &claims, options.rounds, &mut measured)?;
        }
        let mut folders = vec![root.join(MEASURED).join(&example.name)];
        if options.record && programs.contains_key(&example.name) {
            folders.push(example.path("recorded"));
        }
        for folder in folders {
            let path = folder.join("measured.json");
            fs::create_dir_all(&folder)
                .and_then(|()| measured.write(&path))
                .with_context(|| format!("failed to write {}", path.display()))?;
        }
        for claim in &claims {
            let judgement = match &claim.evidence {
                Evidence::Witness { line } => Some(witness(&root, example, line)?),
                Evidence::Test { .. } => Some(Judgement::tested()),
                Evidence::Bench(_) => {
                    measured.claim(&claim.id).map(|claim| claim.judgement.clone())
                }
            };
            let verdict = judgement.as_ref().map(|judgement| &judgement.verdict);
            refuted |= matches!(verdict, Some(Verdict::Refuted(_)));
            rows.push(row(example, claim, judgement.as_ref()));
        }
    }
    print!("{}", table(&rows));
    if refuted {
        bail!("this machine refutes a claim; if it was quiet, the claim or its bound is wrong");
    }
    Ok(())
}

/// Builds the benchmarks; the program of each example that has one.
fn build(root: &Path, examples: &[Example]) -> Result<BTreeMap<String, PathBuf>> {
    let with_bench: Vec<_> =
        examples.iter().filter(|example| example.path("benches").is_dir()).collect();
    let mut programs = BTreeMap::new();
    if with_bench.is_empty() {
        return Ok(programs);
    }
    eprintln!("Building the benchmarks of {} examples …", with_bench.len());
    let mut build = cargo(root);
    build.args(["bench", "--quiet", "--no-run", "--message-format=json"]);
    for example in &with_bench {
        build.args(["--package", &example.name]);
    }
    // The messages are long, and there is one for every crate.
    let limits = Limits { time: COMPILING, output: 64 << 20 };
    let messages = succeed(&mut build, limits, "cargo bench")?;
    for message in String::from_utf8_lossy(&messages).lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(message) else { continue };
        let is_bench = message["target"]["kind"][0] == "bench";
        if let (true, Some(name), Some(program)) =
            (is_bench, message["target"]["name"].as_str(), message["executable"].as_str())
        {
            programs.insert(name.to_owned(), PathBuf::from(program));
        }
    }
    for example in with_bench {
        if !programs.contains_key(&example.name) {
            let (name, place) = (&example.name, example.shown("benches"));
            bail!("{place} has no benchmark called {name}; name it after its example");
        }
    }
    Ok(programs)
}

/// Measures every benchmark once, and those that claims compare in rounds.
fn measure(
    example: &Example,
    program: &Path,
    claims: &[Claim],
    rounds: usize,
    measured: &mut Measured,
) -> Result<()> {
    let compared: Vec<(&Claim, &Bench)> =
        claims.iter().filter_map(|claim| Some((claim, claim.bench()?))).collect();
    let ids = list(program)?;
    for (_, bench) in &compared {
        for id in [&bench.baseline, &bench.contender] {
            if !ids.contains(id) {
                let known: Vec<_> = ids.iter().map(String::as_str).collect();
                let place = example.shown("claims.toml");
                bail!("{place}: there is no benchmark `{id}`; there are {}", known.join(", "));
            }
        }
    }

    let mut progress = Progress::new(ids.len() + 2 * rounds * compared.len(), &example.name);
    for id in &ids {
        progress.step(id);
        if let Ok(estimate) = once(program, id) {
            measured.estimate(id, estimate);
        }
    }
    let mut taken: Vec<Vec<Round>> = vec![Vec::new(); compared.len()];
    for count in 0..PATIENCE * rounds {
        for ((_, bench), taken) in compared.iter().zip(&mut taken) {
            if settled(bench, taken, rounds) {
                continue;
            }
            let cores = || effective_cores(bench.work, bench.workers, PHASE);
            let e_before = cores();
            let mut time = |id: &str| {
                progress.step(id);
                once(program, id).map(|estimate| estimate.median_ns)
            };
            // Whoever comes first in one round comes last in the next.
            let (baseline, contender) = if count % 2 == 0 {
                let baseline = time(&bench.baseline);
                (baseline, time(&bench.contender))
            } else {
                let contender = time(&bench.contender);
                (time(&bench.baseline), contender)
            };
            match (baseline, contender) {
                (Ok(baseline_ns), Ok(contender_ns)) => {
                    taken.push(Round { e_before, e_after: cores(), baseline_ns, contender_ns });
                }
                // The claim then has a round less; without enough of them nothing is shown.
                (Err(error), _) | (_, Err(error)) => eprintln!("\n{}: {error:#}", example.name),
            }
        }
    }
    progress.end();
    for ((claim, _), rounds) in compared.iter().zip(&taken) {
        measured.judged(claim, rounds);
    }
    Ok(())
}

/// Whether more rounds are of no use: there are enough that were steady, or so few in which the
/// machine gave what the claim needs that patience will run out before there are enough.
fn settled(bench: &Bench, taken: &[Round], wanted: usize) -> bool {
    let needed = bench.needs_e.unwrap_or(0.0);
    let steady = taken.iter().filter(|round| round.is_steady());
    let given = taken.iter().filter(|round| round.e_before.max(round.e_after) >= needed);
    steady.count() >= wanted || taken.len() >= wanted && PATIENCE * given.count() < taken.len()
}

/// Runs the example of a certificate, and looks for its witness. What it printed is kept beside the
/// reader's measurements; what the book shows of it, `record` keeps.
fn witness(root: &Path, example: &Example, line: &str) -> Result<Judgement> {
    let how = example.comparison().map_err(anyhow::Error::msg)?;
    eprintln!("Running {} …", example.name);
    let mut run = cargo(root);
    run.args(["run", "--quiet", "--package", &example.name, "--"]).args(&how.arguments);
    let limits = Limits { time: COMPILING, ..Limits::default() };
    let printed = succeed(&mut run, limits, &example.name)?;
    let path = root.join(MEASURED).join(&example.name).join("output.txt");
    fs::create_dir_all(path.parent().unwrap_or(root))
        .and_then(|()| fs::write(&path, &printed))
        .with_context(|| format!("failed to write {}", path.display()))?;
    Ok(judge_witness(line, &String::from_utf8_lossy(&printed)))
}

/// The ids of a program's benchmarks.
fn list(program: &Path) -> Result<BTreeSet<String>> {
    let mut command = Command::new(program);
    command.args(["--bench", "--list"]);
    let listed = succeed(&mut command, Limits { time: ONE, ..Limits::default() }, "the benchmark")?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    Ok(listed.lines().filter_map(|line| line.strip_suffix(": benchmark")).map(Into::into).collect())
}

/// Runs one benchmark in a process of its own.
fn once(program: &Path, id: &str) -> Result<claims::Estimate> {
    let home = tempfile::tempdir().context("failed to create a temporary folder")?;
    let mut command = Command::new(program);
    command.args(["--bench", "--exact", id, "--sample-size", "20", "--noplot"]);
    command.args(["--warm-up-time", WARM_UP, "--measurement-time", MEASURE]);
    command.env("CRITERION_HOME", home.path());
    let limits = Limits { time: ONE, ..Limits::default() };
    succeed(&mut command, limits, &format!("the benchmark `{id}`"))?;
    Ok(claims::criterion::estimate(home.path(), id)?)
}
