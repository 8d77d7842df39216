//! `{{#timeline NAME caption}}`: the recorded runs of an example, drawn.
//!
//! In the chapter:
//!
//! ```markdown
//! {{#timeline one-knife
//! One knife. Look at its lane: never empty, never two things at once.
//! }}
//! ```
//!
//! In the page: a figure with the picture, its caption and, folded away, the numbers it was drawn
//! from. The picture is never stored: it is drawn from `recorded/timeline.json` at each build.

use std::path::Path;

use claims::Passport;
use timeline::{Recording, Run, Slice, draw};

use crate::Example;
use crate::example::Examples;
use crate::html::{escape, inline};

/// What an example recorded.
pub(crate) const FILE: &str = "recorded/timeline.json";

pub(crate) fn html(examples: &Examples, argument: &str) -> Result<String, String> {
    let (name, caption) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    if caption.trim().is_empty() {
        return Err(format!(
            "the picture of `{name}` has no caption; say in one sentence what to look at: \
             {{{{#timeline {name} Look at …}}}}"
        ));
    }
    let example = examples.get(name)?;
    let recording = recording(example)?;

    let Drawn { player, numbers } = drawn(name, &recording);
    let caption = inline(caption);
    let passport = passport(example, &recording)?;
    Ok(format!(
        "<figure class=\"timeline\" id=\"timeline-{name}\">{player}\
         <figcaption>{caption}{passport}</figcaption>{numbers}</figure>"
    ))
}

/// The recorded runs of an example.
pub(crate) fn recording(example: &Example) -> Result<Recording, String> {
    let text = example.read(FILE).map_err(|error| {
        format!("{error}; type `cargo run -- record {}` to record its runs", example.name)
    })?;
    Recording::parse(&text, Path::new(&example.shown(FILE))).map_err(|error| error.to_string())
}

/// Runs as a page shows them.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The picture, in the element that lets a reader go through it.
    pub player: String,
    /// The numbers that it was drawn from, folded away.
    pub numbers: String,
}

/// Draws the runs of a recording, which may be one of the book's or one just made.
#[must_use]
pub fn drawn(name: &str, recording: &Recording) -> Drawn {
    let runs: Vec<_> = recording.runs.iter().collect();
    let svg = draw::svg(&runs, &draw::Options::new(name));
    let tables: String = runs.iter().map(|run| table(run, runs.len() > 1)).collect();
    let data = data(&runs);
    Drawn {
        player: format!(
            "<timeline-player>\
             <div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Picture of {name}\">{svg}</div>\
             <script type=\"application/json\">{data}</script></timeline-player>"
        ),
        numbers: format!(
            "<details><summary>The numbers of this picture</summary>{tables}</details>"
        ),
    }
}

/// Where and when it was recorded, and whether by other code than the example has now.
fn passport(example: &Example, recording: &Recording) -> Result<String, String> {
    let mut lines = Vec::new();
    if let Some(passport) = &recording.passport {
        let passport: Passport = serde_json::from_value(passport.clone())
            .map_err(|error| format!("{}: its passport: {error}", example.shown(FILE)))?;
        lines.push(format!("Recorded on {passport}."));
    }
    if recording.code.as_deref() != Some(&*example.code_hash()?) {
        lines.push("Recorded before the last change of its code.".to_owned());
    }
    let line = |line: &String| format!(" <span class=\"passport\">{}</span>", escape(line));
    Ok(lines.iter().map(line).collect())
}

/// The most spans, and the most slices, of a run that a page brings for the player; a longer run is
/// a picture only.
const MOST: usize = 400;
/// Times are given in steps of this part of a run: finer than a screen, and short to write.
const STEPS: u64 = 20_000;

/// The runs as the player reads them: `[name, start, end]` for a task, `[worker, task, start, end]`
/// for a span, `[worker, start, end, share]` for a slice; times in `step`s of the run's unit.
fn data(runs: &[&Run]) -> String {
    let runs: Vec<_> = runs
        .iter()
        .map(|run| {
            let step = (run.end / STEPS).max(1);
            let at = |time: u64| time / step;
            let slices = run.executing.as_ref().map(|slices| merged(slices, step));
            let long = |count: usize| count > MOST;
            let cut = long(run.spans.len()) || slices.as_ref().is_some_and(|s| long(s.len()));
            let spans: &[_] = if cut { &[] } else { &run.spans };
            let slices = slices.map(|slices| if cut { Vec::new() } else { slices });
            serde_json::json!({
                "title": run.title, "unit": run.unit.to_string(), "step": step, "end": at(run.end),
                "workers": run.workers,
                "tasks": run.tasks.iter()
                    .map(|task| (&task.name, at(task.start), task.end.map(at)))
                    .collect::<Vec<_>>(),
                "spans": spans.iter()
                    .map(|span| (span.worker, span.task, at(span.start), at(span.end)))
                    .collect::<Vec<_>>(),
                "slices": slices.map(|slices| slices.iter()
                    .map(|s| (s.worker, at(s.start), at(s.end), (s.share * 100.0).round() / 100.0))
                    .collect::<Vec<_>>()),
            })
        })
        .collect();
    // `<` could end the script, and `{{` would be a directive.
    serde_json::Value::from(runs).to_string().replace('<', "\\u003c").replace("{{", "{ {")
}

/// Slices of a worker that all but touch, as one.
fn merged(slices: &[Slice], gap: u64) -> Vec<Slice> {
    let mut merged: Vec<Slice> = Vec::new();
    let mut sorted: Vec<&Slice> = slices.iter().collect();
    sorted.sort_by_key(|slice| (slice.worker, slice.start));
    for slice in sorted {
        match merged.last_mut() {
            Some(last)
                if last.worker == slice.worker
                    && (last.share - slice.share).abs() < 0.1
                    && slice.start <= last.end + gap =>
            {
                last.end = slice.end;
            }
            _ => merged.push(*slice),
        }
    }
    merged
}

/// The numbers of one run, under its title where there are several.
fn table(run: &Run, titled: bool) -> String {
    let title = if titled { format!("<p>{}</p>", escape(&run.title)) } else { String::new() };
    format!("{title}<div class=\"table-wrapper\">{}</div>", draw::table(run))
}
