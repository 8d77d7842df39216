//! Where a finished run goes. The same program is read in a terminal, recorded for the book and
//! compared by a test, so what it was started for decides; the example itself says nothing.

use std::env;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::draw::strip;
use crate::file::Recording;
use crate::run::Run;

/// Hands a finished run over.
///
/// * `TIMELINE_FILE=PATH`: the run is appended to the recording at PATH, which need not exist;
///   a failure is one line on standard error and nothing else.
/// * Otherwise, where standard output is a terminal: the strip, after the program's own output,
///   `COLUMNS` (or 80) wide, in colour unless `NO_COLOR` is set.
/// * Otherwise nothing, so that piped output is the program's alone.
pub fn publish(run: &Run) {
    if let Some(path) = env::var_os("TIMELINE_FILE").filter(|path| !path.is_empty()) {
        let path = Path::new(&path);
        if let Err(reason) = append(run, path) {
            // The program's own result matters more than its recording: no panic, even where
            // standard error is closed.
            let _ = writeln!(io::stderr(), "timeline: the run was not recorded: {reason}");
        }
    } else if io::stdout().is_terminal() {
        let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let colour = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let strip = strip::render(run, width.unwrap_or(80), colour);
        let _ = writeln!(io::stdout(), "\n{strip}");
    }
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
