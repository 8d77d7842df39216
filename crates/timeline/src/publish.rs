//! Where a finished run goes. The same program is read in a terminal, recorded for the book and
//! compared by a test, so what it was started for decides; the example itself says nothing.

use std::env;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use crate::draw::strip;
use crate::file::{Recording, replace};
use crate::run::Run;
use crate::trace::trace;

/// Hands a finished run over.
///
/// * `--trace FILE` or `--trace=FILE` among the program's arguments: all runs so far are written
///   to FILE in the [Trace Event Format](crate::trace()), besides what follows.
/// * `TIMELINE_FILE=PATH`: the run is appended to the recording at PATH, which need not exist.
/// * Otherwise, where standard output is a terminal: the strip, after the program's own output,
///   `COLUMNS` (or 80) wide, in colour unless `NO_COLOR` is set.
/// * Otherwise nothing, so that piped output is the program's alone.
///
/// A file that cannot be written is one line on standard error and nothing else.
pub fn publish(run: &Run) {
    trace_if_asked(run);
    if let Some(path) = env::var_os("TIMELINE_FILE").filter(|path| !path.is_empty()) {
        let path = Path::new(&path);
        if let Err(reason) = append(run, path) {
            say(&format!("the run was not recorded: {reason}"));
        }
    } else if io::stdout().is_terminal() {
        let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let colour = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let strip = strip::render(run, width.unwrap_or(80), colour);
        let _ = writeln!(io::stdout(), "\n{strip}");
    }
}

/// One line on standard error. The program's own result matters more than its recording: no panic,
/// even where standard error is closed.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "timeline: {line}");
}

/// Appends the run to the recording. Nothing is overwritten that could not be read in full; two
/// processes that append at the same moment are not kept apart, since a program is recorded alone.
fn append(run: &Run, path: &Path) -> Result<(), String> {
    let fresh = fs::metadata(path).map_or(true, |file| file.len() == 0);
    let mut recording = if fresh {
        Recording::default()
    } else {
        Recording::read(path).map_err(|error| error.to_string())?
    };
    recording.runs.push(run.clone());
    recording.write(path).map_err(|error| format!("failed to write {}: {error}", path.display()))
}

/// Writes the trace of this run and those before it, where the arguments ask for one.
fn trace_if_asked(run: &Run) {
    /// The runs before: each end of a run writes the file anew.
    static RUNS: Mutex<Vec<Run>> = Mutex::new(Vec::new());
    /// A program with several runs complains of its arguments once.
    static SAID: Once = Once::new();
    let path = match trace_file() {
        Ok(None) => return,
        Ok(Some(path)) => path,
        Err(reason) => return SAID.call_once(|| say(reason)),
    };
    let mut runs = RUNS.lock().unwrap_or_else(PoisonError::into_inner);
    runs.push(run.clone());
    let text = trace(&runs.iter().collect::<Vec<_>>());
    if let Err(error) = replace(&path, &text) {
        say(&format!("failed to write the trace {}: {error}", path.display()));
    }
}

/// The file that `--trace` names.
fn trace_file() -> Result<Option<PathBuf>, &'static str> {
    let missing = "--trace needs the name of a file: --trace trace.json";
    let mut arguments = env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        let named = match argument.to_str() {
            Some("--trace") => arguments.next(),
            Some(text) => match text.strip_prefix("--trace=") {
                Some(name) => Some(name.into()),
                None => continue,
            },
            None => continue,
        };
        let named = named.filter(|name| !name.is_empty()).ok_or(missing)?;
        return Ok(Some(named.into()));
    }
    Ok(None)
}
