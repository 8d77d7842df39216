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

use timeline::{Recording, Run, draw};

use crate::example::Examples;
use crate::html::{escape, inline};

pub(crate) fn html(examples: &Examples, argument: &str) -> Result<String, String> {
    let (name, caption) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    if caption.trim().is_empty() {
        return Err(format!(
            "the picture of `{name}` has no caption; say in one sentence what to look at: \
             {{{{#timeline {name} Look at …}}}}"
        ));
    }
    let example = examples.get(name)?;
    let file = "recorded/timeline.json";
    let text = example.read(file).map_err(|error| {
        format!("{error}; type `cargo run -- record {name}` to record its runs")
    })?;
    let recording = Recording::parse(&text, Path::new(&example.shown(file)))
        .map_err(|error| error.to_string())?;

    let runs: Vec<_> = recording.runs.iter().collect();
    let svg = draw::svg(&runs, &draw::Options::new(name));
    let tables: String = runs.iter().map(|run| table(run, runs.len() > 1)).collect();
    let caption = inline(caption);
    Ok(format!(
        "<figure class=\"timeline\" id=\"timeline-{name}\">\
         <div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Picture of {name}\">{svg}</div>\
         <figcaption>{caption}</figcaption>\
         <details><summary>The numbers of this picture</summary>{tables}</details></figure>"
    ))
}

/// The numbers of one run, under its title where there are several.
fn table(run: &Run, titled: bool) -> String {
    let title = if titled { format!("<p>{}</p>", escape(&run.title)) } else { String::new() };
    format!("{title}<div class=\"table-wrapper\">{}</div>", draw::table(run))
}
