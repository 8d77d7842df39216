//! Where something goes wrong: a line on standard error, and the program goes on as if nothing were
//! recorded.

#[cfg(any(target_os = "linux", target_os = "macos"))]
use std::fs;

use crate::program::{Outcome, Program, Test, ensure, same};

pub(crate) const ALL: &[(&str, Test)] = &[
    ("the recording cannot be written", unwritable),
    ("a full disk leaves the old recording", full_disk),
    ("the trace cannot be written", untraceable),
    ("--trace without a file", trace_without_file),
    ("a run is under way already", start_twice),
    ("another subscriber is installed", foreign_subscriber),
    ("a run is full", full),
    ("a child is killed", killed_child),
    ("the program panics", panics_with_the_guard),
    ("a folder of a process that is gone", stale_folder),
];

/// The program went on; what it said is this, each line beginning so.
fn said(outcome: &Outcome, lines: &[&str]) -> Result<(), String> {
    same(outcome.code, Some(0))?;
    let found: Vec<_> = outcome.errors.lines().collect();
    let fits = |(line, start): (&&str, &&str)| line.starts_with(*start);
    let fit = found.len() == lines.len() && found.iter().zip(lines).all(fits);
    ensure(fit, || format!("found {found:#?}, expected {lines:#?}"))
}

fn unwritable() -> Result<(), String> {
    let program = Program::new("spinners")?;
    let missing = program.path("missing/runs.json").display().to_string();
    let outcome = program.env("TIMELINE_FILE", &missing).run()?;
    said(&outcome, &["timeline: the run was not recorded: failed to write "])
}

/// What a recorder writes goes into a file beside the recording first. Here that is a device that
/// is always full, and then one that the process dies of.
fn full_disk() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    {
        let first = Program::new("two runs")?.run()?;
        said(&first, &[])?;
        let recording = first.folder.path().join("runs.json");
        let link = format!("ln -s /dev/full {}.$$.tmp", recording.display());
        let full = Program::new("spinners")?.into(first.folder).after(&link).run()?;
        said(&full, &["timeline: the run was not recorded: failed to write "])?;
        ensure(full.errors.contains("No space left"), || full.errors.clone())?;
        same(&full.runs, &first.runs)?;
        same(fs::read_dir(full.folder.path()).map_or(0, Iterator::count), 1)?;
        // No file may be larger than 0 blocks: the kernel kills who tries, unless whoever started
        // these tests has told it not to.
        let killed =
            Program::new("spinners")?.into(full.folder).after("ulimit -c 0; ulimit -f 0").run()?;
        let told = killed.errors.starts_with("timeline: the run was not recorded");
        ensure(killed.code.is_none() || told, || killed.errors.clone())?;
        same(&killed.runs, &first.runs)?;
    }
    Ok(())
}

fn untraceable() -> Result<(), String> {
    let program = Program::new("two runs")?;
    let missing = program.path("missing/trace.json").display().to_string();
    let outcome = program.arg("--trace").arg(&missing).run()?;
    said(&outcome, &["timeline: failed to write the trace "; 2])?;
    same(outcome.runs.len(), 2)
}

fn trace_without_file() -> Result<(), String> {
    for argument in ["--trace", "--trace="] {
        let outcome = Program::new("two runs")?.arg(argument).run()?;
        said(&outcome, &["timeline: --trace needs the name of a file: --trace trace.json"])?;
        same(outcome.runs.len(), 2)?;
    }
    Ok(())
}

fn start_twice() -> Result<(), String> {
    let outcome = Program::new("start twice")?.run()?;
    let line = |title| format!("timeline: `{title}` is not recorded: another run is under way");
    said(&outcome, &[&line("second"), &line("third")])?;
    let [run] = &outcome.runs[..] else { return Err(format!("{} runs", outcome.runs.len())) };
    same((run.title.as_str(), run.tasks.len()), ("first", 2))
}

fn foreign_subscriber() -> Result<(), String> {
    let outcome = Program::new("foreign subscriber")?.run()?;
    said(
        &outcome,
        &["timeline: `foreign` is not recorded: the program's tracing subscriber has no timeline"],
    )?;
    same(outcome.runs.len(), 0)
}

fn full() -> Result<(), String> {
    let outcome = Program::new("full")?.run()?;
    said(&outcome, &["timeline: `full` is recorded up to 0."])?;
    let [run] = &outcome.runs[..] else { return Err(format!("{} runs", outcome.runs.len())) };
    ensure(run.tasks.len() <= 5_000 / 4 + 2, || format!("{} tasks", run.tasks.len()))?;
    ensure(run.tasks.len() > 500, || format!("{} tasks", run.tasks.len()))?;
    // It is cut where it was full: what was in progress then, still is.
    same((run.tasks[0].name.as_str(), run.tasks[0].end), ("outer", None))
}

fn killed_child() -> Result<(), String> {
    if !cfg!(any(target_os = "linux", target_os = "macos")) {
        return Ok(());
    }
    let outcome = Program::new("killed child")?.run()?;
    said(&outcome, &["timeline: `parent` ends before 1 run(s) of child processes: not in it"])?;
    let [run] = &outcome.runs[..] else { return Err(format!("{} runs", outcome.runs.len())) };
    same((run.tasks.len(), run.workers.len()), (1, 1))
}

fn panics_with_the_guard() -> Result<(), String> {
    let outcome = Program::new("panics with the guard")?.run()?;
    same(outcome.code, Some(101))?;
    ensure(!outcome.errors.contains("timeline: "), || outcome.errors.clone())?;
    let [run] = &outcome.runs[..] else { return Err(format!("{} runs", outcome.runs.len())) };
    ensure(run.tasks[0].end.is_some(), || "the span was not closed".to_owned())
}

/// This process does not record, and a folder says that it did, under the same number: the child
/// publishes its run itself.
fn stale_folder() -> Result<(), String> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        let program = Program::new("nothing")?;
        let user = rustix::process::geteuid().as_raw();
        let folder = program.path(&format!("timeline-{user}-{}", std::process::id()));
        fs::create_dir(&folder).map_err(|error| error.to_string())?;
        fs::write(folder.join("lock"), "").map_err(|error| error.to_string())?;
        let outcome = program.run()?;
        said(&outcome, &[])?;
        same(outcome.runs.len(), 1)?;
        let left = fs::read_dir(&folder).map_err(|error| error.to_string())?.count();
        same(left, 1)?;
    }
    Ok(())
}
