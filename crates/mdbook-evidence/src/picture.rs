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
use timeline::{Recording, Run, draw};

use crate::Example;
use crate::example::Examples;
use crate::html::{escape, inline};

/// What an example recorded.
const FILE: &str = "recorded/timeline.json";

pub(crate) fn html(examples: &Examples, argument: &str) -> Result<String, String> {
    let (name, caption) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    if caption.trim().is_empty() {
        return Err(format!(
            "the picture of `{name}` has no caption; say in one sentence what to look at: \
             {{{{#timeline {name} Look at …}}}}"
        ));
    }
    let example = examples.get(name)?;
    let text = example.read(FILE).map_err(|error| {
        format!("{error}; type `cargo run -- record {name}` to record its runs")
    })?;
    let recording = Recording::parse(&text, Path::new(&example.shown(FILE)))
        .map_err(|error| error.to_string())?;

    let runs: Vec<_> = recording.runs.iter().collect();
    let svg = draw::svg(&runs, &draw::Options::new(name));
    let tables: String = runs.iter().map(|run| table(run, runs.len() > 1)).collect();
    let caption = inline(caption);
    let passport = passport(example, &recording)?;
    Ok(format!(
        "<figure class=\"timeline\" id=\"timeline-{name}\">\
         <div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Picture of {name}\">{svg}</div>\
         <figcaption>{caption}{passport}</figcaption>\
         <details><summary>The numbers of this picture</summary>{tables}</details></figure>"
    ))
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

/// The numbers of one run, under its title where there are several.
fn table(run: &Run, titled: bool) -> String {
    let title = if titled { format!("<p>{}</p>", escape(&run.title)) } else { String::new() };
    format!("{title}<div class=\"table-wrapper\">{}</div>", draw::table(run))
}
