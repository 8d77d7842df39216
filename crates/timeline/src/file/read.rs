//! From a text to the recording that it is, or to what is left of it.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::write::Written;
use super::{ReadError, Recording, VERSION};
use crate::run::{Run, Slice, Span, Task, Unit};

/// All that a file of any version must say.
#[derive(Deserialize)]
struct Head {
    timeline: u64,
}

#[derive(Deserialize)]
struct Body {
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    passport: Option<Value>,
    runs: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    title: String,
    unit: String,
    end: u64,
    workers: Vec<String>,
    tasks: Vec<(String, u64, Option<u64>, Vec<usize>)>,
    spans: Vec<(usize, usize, u64, u64)>,
    #[serde(default)]
    executing: Option<Vec<Written>>,
    #[serde(default)]
    cpu: Option<u64>,
}

pub(super) fn parse(text: &str, path: &Path) -> Result<Recording, ReadError> {
    let foreign = |reason: String| ReadError::Foreign { path: path.to_owned(), reason };
    if !text.trim_start().starts_with('{') {
        return Err(foreign("it does not begin with `{`".to_owned()));
    }
    match serde_json::from_str::<Head>(text) {
        Ok(Head { timeline: VERSION }) => {}
        Ok(Head { timeline: 0 }) => return Err(foreign("there is no version 0".to_owned())),
        Ok(Head { timeline: version }) => {
            return Err(ReadError::Newer { path: path.to_owned(), version });
        }
        Err(error) if error.is_eof() => {
            let complete = complete(text).ok_or_else(|| foreign(error.to_string()))?;
            return Err(ReadError::Truncated { path: path.to_owned(), complete: complete.into() });
        }
        Err(error) => return Err(foreign(error.to_string())),
    }
    body(text).map_err(|error| foreign(error.to_string()))
}

fn body(text: &str) -> serde_json::Result<Recording> {
    let Body { code, passport, runs } = serde_json::from_str(text)?;
    let runs = runs.into_iter().map(run).collect();
    Ok(Recording { runs, passport, code })
}

fn run(entry: Entry) -> Run {
    let task = |(name, start, end, after)| Task { name, start, end, after };
    let span = |(worker, task, start, end)| Span { worker, task, start, end };
    Run {
        title: entry.title,
        unit: Unit::from(&*entry.unit),
        end: entry.end,
        workers: entry.workers,
        tasks: entry.tasks.into_iter().map(task).collect(),
        spans: entry.spans.into_iter().map(span).collect(),
        executing: entry.executing.map(|slices| slices.into_iter().map(Slice::from).collect()),
        cpu: entry.cpu,
    }
}

/// What of a truncated file is complete: everything up to the last line that closes a run, or
/// that opens their list. `None` if it does not even begin as a recording of this version.
fn complete(text: &str) -> Option<Recording> {
    if !text.starts_with(&format!("{{\"timeline\": {VERSION},")) {
        return None;
    }
    let mut end = text.len();
    loop {
        let start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[start..end].trim();
        let kept = match line {
            "}" | "}," => Some(&text[..start + 1]),
            "\"runs\": [" => Some(&text[..end]),
            _ => None,
        };
        if let Some(recording) = kept.and_then(|kept| body(&format!("{kept}]}}")).ok()) {
            let sound = recording.runs.iter().all(|run| run.check().is_ok());
            return Some(if sound { recording } else { Recording::default() });
        }
        if start == 0 {
            return Some(Recording::default());
        }
        end = start - 1;
    }
}
