//! `record`: runs examples and rewrites what the book shows of their runs.
//!
//! What an example records lies in its folder `recorded/`, with the machine's passport and a hash
//! of the code that ran: `timeline.json`, `models.json` with costs and times that it measured itself,
//! and `output.txt` where parts of its output may vary. What it searches lies there too, in
//! `schedules.json`, which is the same on every machine.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use child::Limits;
use claims::Passport;
use clap::Args;
use mdbook_evidence::Example;
use serde::Deserialize;
use timeline::{Recording, Unit};

use crate::book;

/// What `record` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// The examples to record [default: all that have been recorded before]
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,

    /// Record nothing; say which recordings no longer belong to their example's code.
    #[arg(long)]
    pub check: bool,
}

/// The limit for cargo, which may have to compile an example and all that it uses.
const COMPILING: Duration = Duration::from_secs(900);

/// Records, or checks.
///
/// # Errors
///
/// An example that is not there, cannot be built, or does not end well; with `--check`, every
/// recording that does not belong to its code.
pub fn run(options: &Options) -> Result<()> {
    let root = book::find_root()?;
    let examples = choose(Example::all(&root), &options.names, "recorded")?;
    if options.check { check(&examples) } else { record(&root, &examples) }
}

/// The named examples; where none is named, all that have `file`.
pub(crate) fn choose(all: Vec<Example>, names: &[String], file: &str) -> Result<Vec<Example>> {
    if names.is_empty() {
        return Ok(all.into_iter().filter(|example| example.path(file).exists()).collect());
    }
    let known: Vec<_> = all.iter().map(|example| example.name.clone()).collect();
    for name in names {
        if !known.contains(name) {
            bail!("there is no example `{name}`; there are {}", known.join(", "));
        }
    }
    Ok(all.into_iter().filter(|example| names.contains(&example.name)).collect())
}

/// Says which recordings were made by other code than the example has now.
///
/// # Errors
///
/// All of them, each with what to type.
pub fn check(examples: &[Example]) -> Result<()> {
    let (mut stale, mut count) = (Vec::new(), 0);
    for example in examples {
        let hash = example.code_hash().map_err(anyhow::Error::msg)?;
        for (file, code) in [
            ("recorded/timeline.json", code_of_timeline as fn(&Path) -> Result<_>),
            ("recorded/schedules.json", code_in),
            ("recorded/models.json", code_in),
        ] {
            let path = example.path(file);
            if !path.exists() {
                continue;
            }
            count += 1;
            let shown = example.shown(file);
            match code(&path) {
                Ok(code) if code.as_deref() == Some(&*hash) => {}
                Ok(_) => stale.push(format!(
                    "{shown}: recorded before the last change of its code; \
                     type `cargo run -- record {}`",
                    example.name
                )),
                Err(error) => stale.push(format!("{error:#}")),
            }
        }
    }
    if !stale.is_empty() {
        bail!("recordings that belong to other code:\n{}", stale.join("\n"));
    }
    eprintln!("{count} recordings, each of the code that its example has now.");
    Ok(())
}

/// The code that a recording says it was made by.
fn code_of_timeline(path: &Path) -> Result<Option<String>> {
    Ok(Recording::read(path)?.code)
}

/// The code that a search result, or what models took, says it belongs to.
fn code_in(path: &Path) -> Result<Option<String>> {
    /// The one field that matters here.
    #[derive(Deserialize)]
    struct Recorded {
        code: Option<String>,
    }
    let reading = || format!("failed to read {}", path.display());
    let text = fs::read_to_string(path).with_context(reading)?;
    Ok(serde_json::from_str::<Recorded>(&text).with_context(reading)?.code)
}

fn record(root: &Path, examples: &[Example]) -> Result<()> {
    eprintln!("Building {} examples …", examples.len());
    let mut build = cargo(root);
    build.arg("build").arg("--quiet");
    for example in examples {
        build.args(["--package", &example.name]);
    }
    succeed(&mut build, within(COMPILING), "cargo build")?;

    let commit = commit(root);
    for (count, example) in examples.iter().enumerate() {
        let started = Instant::now();
        eprint!("{:3} of {}  {} …", count + 1, examples.len(), example.name);
        let runs = record_one(root, example, &commit)?;
        eprintln!(" {runs} runs in {:.1} s", started.elapsed().as_secs_f64());
    }
    Ok(())
}

/// Runs one example and writes what it recorded; how many runs these were.
fn record_one(root: &Path, example: &Example, commit: &str) -> Result<usize> {
    let how = example.comparison().map_err(anyhow::Error::msg)?;
    let folder = tempfile::tempdir().context("failed to create a temporary folder")?;
    let file = folder.path().join("timeline.json");
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--package", &example.name, "--"]).args(&how.arguments);
    command.env("TIMELINE_FILE", &file);
    let searched = folder.path().join("schedules.json");
    let hash = example.code_hash().map_err(anyhow::Error::msg)?;
    command.env("SCHEDULES_FILE", &searched).env("SCHEDULES_CODE", &hash);
    let timed = folder.path().join("models.json");
    command.env("MODELS_FILE", &timed);
    let printed = succeed(&mut command, within(how.time()), &example.name)?;

    let recording =
        if file.exists() { Some(runs(example, &file, &how.executing, commit)?) } else { None };

    let recorded = example.path("recorded");
    fs::create_dir_all(&recorded)
        .with_context(|| format!("failed to create {}", recorded.display()))?;
    if example.varies().map_err(anyhow::Error::msg)? {
        let path = recorded.join("output.txt");
        fs::write(&path, printed).with_context(|| format!("failed to write {}", path.display()))?;
    }
    if searched.exists() {
        let path = recorded.join("schedules.json");
        fs::copy(&searched, &path)
            .with_context(|| format!("failed to write {}", path.display()))?;
    }
    if timed.exists() {
        let path = recorded.join("models.json");
        let found = fs::read_to_string(&timed)
            .with_context(|| format!("failed to read {}", timed.display()))?;
        fs::write(&path, models(&found, &hash, commit)?)
            .with_context(|| format!("failed to write {}", path.display()))?;
    }
    // An example without workers or tasks has only its output as evidence.
    let Some(recording) = recording else { return Ok(0) };
    let path = recorded.join("timeline.json");
    recording.write(&path).with_context(|| format!("failed to write {}", path.display()))?;
    Ok(recording.runs.len())
}

/// The runs that an example recorded, if they show what the chapter says of them.
fn runs(example: &Example, file: &Path, wanted: &[usize], commit: &str) -> Result<Recording> {
    let mut recording = Recording::read(file)?;
    let executing: Vec<_> = recording.runs.iter().map(timeline::Run::max_executing).collect();
    if !wanted.is_empty() && wanted != executing {
        bail!(
            "{}: at most {executing:?} executed at once, and the chapter speaks of {:?}: this \
             machine could not show it just now; try again when it is less busy",
            example.name,
            wanted
        );
    }
    recording.code = Some(example.code_hash().map_err(anyhow::Error::msg)?);
    // A model is the same on every machine, so it needs no passport.
    if recording.runs.iter().any(|run| run.unit == Unit::Nanoseconds) {
        let passport = Passport::here(commit.to_owned());
        recording.passport = Some(serde_json::to_value(passport)?);
    }
    Ok(recording)
}

/// What an example wrote of its models, with where it comes from. Its lines stay as they are.
fn models(found: &str, code: &str, commit: &str) -> Result<String> {
    let rest = found.strip_prefix('{').context("what was recorded of the models is no object")?;
    let passport = serde_json::to_string(&Passport::here(commit.to_owned()))?;
    Ok(format!("{{\"code\": \"{code}\",\n\"passport\": {passport},\n{rest}"))
}

/// Cargo, in the book's root.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).env_remove("RUST_BACKTRACE");
    cargo
}

fn within(time: Duration) -> Limits {
    Limits { time, ..Limits::default() }
}

/// Runs a command to a good end; what it printed.
pub(crate) fn succeed(command: &mut Command, limits: Limits, name: &str) -> Result<Vec<u8>> {
    let outcome = child::run(command, limits).with_context(|| format!("failed to start {name}"))?;
    if !outcome.success() {
        bail!("{name} {}\n{}", outcome.end, String::from_utf8_lossy(&outcome.stderr).trim_end());
    }
    Ok(outcome.stdout)
}

/// The commit that is recorded, as git abbreviates it.
pub(crate) fn commit(root: &Path) -> String {
    let mut git = Command::new("git");
    git.args(["rev-parse", "--short", "HEAD"]).current_dir(root);
    child::run(&mut git, Limits::default())
        .ok()
        .filter(child::Outcome::success)
        .map(|outcome| String::from_utf8_lossy(&outcome.stdout).trim().to_owned())
        .unwrap_or_else(|| "unknown".to_owned())
}
