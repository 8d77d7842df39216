//! `measure`: runs the benchmarks that claims rest on, and judges every claim on this machine.
//!
//! A claim compares two benchmarks. They are measured in rounds: one short criterion process each,
//! the order alternating, with the effective cores of this machine taken in between, so that a
//! figure always comes with what the machine could give just then.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use child::Limits;
use claims::{Bench, Claim, Measured, PHASE, Passport, Round, Verdict, effective_cores};
use clap::Args;
use mdbook_evidence::{Example, MEASURED};

use crate::book;
use crate::commands::record::{cargo, choose, commit, succeed};

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
    eprintln!("Building the benchmarks of {} examples …", examples.len());
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
        for claim in &claims {
            let judgement = measured.claim(&claim.id).map(|measured| &measured.judgement);
            refuted |= judgement.is_some_and(|j| matches!(j.verdict, Verdict::Refuted(_)));
            rows.push(row(example, claim, judgement));
        }
        let folder = if options.record {
            example.path("recorded")
        } else {
            root.join(MEASURED).join(&example.name)
        };
        fs::create_dir_all(&folder)
            .with_context(|| format!("failed to create {}", folder.display()))?;
        let path = folder.join("measured.json");
        measured.write(&path).with_context(|| format!("failed to write {}", path.display()))?;
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
    let enough = |taken: &[Round]| taken.iter().filter(|round| round.is_steady()).count() >= rounds;
    for count in 0..PATIENCE * rounds {
        for ((_, bench), taken) in compared.iter().zip(&mut taken) {
            if enough(taken) {
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

/// A claim's row: name, bound, figure, verdict.
fn row(example: &Example, claim: &Claim, judgement: Option<&claims::Judgement>) -> [String; 4] {
    let name = format!("{}/{}", example.name, claim.id);
    let Some(bench) = claim.bench() else {
        let figure = claims::figure(claim, &claims::Judgement::tested()).unwrap_or_default();
        return [name, "exactly".into(), figure, "held by a test".into()];
    };
    let bound = bench.bound.to_string();
    let Some(judgement) = judgement else {
        return [name, bound, String::new(), "cannot show it: nothing was measured".into()];
    };
    let figure = claims::interval_in_words(judgement).unwrap_or_default();
    let verdict = match &judgement.verdict {
        Verdict::Proven => "proven here".to_owned(),
        Verdict::CannotShow(reason) => format!("this machine cannot show it: {reason}"),
        Verdict::Refuted(by) => format!("refuted: {by}"),
    };
    [name, bound, figure, verdict]
}

fn table(rows: &[[String; 4]]) -> String {
    let width =
        |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let [name, bound, figure] = [0, 1, 2].map(width);
    let line = |row: &[String; 4]| {
        format!("{:name$}  {:bound$}  {:figure$}  {}\n", row[0], row[1], row[2], row[3])
    };
    rows.iter().map(line).collect()
}

/// One line on standard error that says how far this is and how long it will take.
struct Progress {
    steps: usize,
    done: usize,
    started: Instant,
    name: String,
}

impl Progress {
    fn new(steps: usize, name: &str) -> Self {
        Progress { steps, done: 0, started: Instant::now(), name: name.to_owned() }
    }

    fn step(&mut self, id: &str) {
        let left = if self.done == 0 {
            String::new()
        } else {
            let each = self.started.elapsed().as_secs_f64() / self.done as f64;
            format!("about {:.0} s left", each * (self.steps - self.done) as f64)
        };
        self.done += 1;
        // Rounds that were not steady are measured again, so there may be more than was foreseen.
        self.steps = self.steps.max(self.done);
        let filled = 20 * self.done / self.steps.max(1);
        let bar = format!("{}{}", "█".repeat(filled), "░".repeat(20 - filled.min(20)));
        eprint!("\r{bar} {:12} {left:20} {id:30}", self.name);
        let _ = std::io::stderr().flush();
    }

    fn end(&self) {
        eprintln!("\r{:90}\r{} in {:.0} s", "", self.name, self.started.elapsed().as_secs_f64());
    }
}
