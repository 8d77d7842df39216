//! What a cell rests on, followed to where it stands, and judged.

use std::path::Path;

use pulldown_cmark::{Event, Parser};

use super::{Cell, Row, Table};
use crate::example::Examples;
use crate::output::LANGUAGES;
use crate::places::Places;
use crate::schedules::Schedules;
use crate::{Example, Faults, Source, claim, picture};

/// Evidence that is there.
pub(super) struct Found {
    /// What kind of evidence it is, as readers call it; a section needs no word.
    pub(super) kind: &'static str,
    /// Its name, as HTML or as a link.
    pub(super) name: Name,
    /// By what its own measurement refutes it, where it does.
    pub(super) refuted: Option<String>,
}

/// How a page names evidence.
pub(super) enum Name {
    /// A claim: it is named by what is known of it.
    Claim(String, claim::Known),
    /// A place, seen from the folder of all pages, and what it is called there.
    Place { target: String, title: String, is_code: bool },
}

/// All that the cell names, and a fault for what is not there. Paths are those of the chapter at
/// `from`.
pub(super) fn all(
    examples: &Examples,
    places: &Places,
    from: &Path,
    file: &Source<'_>,
    cell: &Cell,
    faults: &mut Faults,
) -> Vec<Found> {
    let mut found = Vec::new();
    for (written, at) in &cell.evidence {
        match one(examples, places, from, written) {
            Ok(evidence) => found.push(evidence),
            Err(message) => faults.push(file.fault(*at, message)),
        }
    }
    found
}

fn one(examples: &Examples, places: &Places, from: &Path, written: &str) -> Result<Found, String> {
    let (kind, name) = written.split_once(' ').unwrap_or((written, ""));
    let place = |kind, title: String, is_code| {
        let target = target(places, from, written).ok_or_else(|| {
            format!("no chapter shows `{name}`; show it with `{{{{#output {name}}}}}`")
        })?;
        Ok(Found { kind, name: Name::Place { target, title, is_code }, refuted: None })
    };
    match kind {
        "claim" => {
            let known = claim::known(examples, name)?;
            let refuted = known.refuted.clone();
            Ok(Found { kind: "claim", name: Name::Claim(name.to_owned(), known), refuted })
        }
        "timeline" => {
            let kind = recorded(examples.get(name)?)?;
            place(kind, name.to_owned(), true)
        }
        "schedules" => {
            Schedules::of(examples.get(name)?)?;
            place("search", name.to_owned(), true)
        }
        "output" => {
            examples.get(name)?.printed()?;
            place("output", name.to_owned(), true)
        }
        "siblings" => {
            let example = examples.get(name)?;
            example.printed()?;
            for language in &LANGUAGES {
                example.read(language.file).map_err(|error| {
                    format!("`{name}` is not there in {}: {error}", language.title)
                })?;
            }
            place("in all three", name.to_owned(), true)
        }
        "block" | "section" => {
            let section = places.section(from, name)?;
            if kind == "block" && !section.has_block {
                return Err(format!("the section `{name}` has no block of Rust"));
            }
            place(if kind == "block" { "code" } else { "" }, section.title, false)
        }
        "quiz" => match places.question(name) {
            Some(_) => place("question", name.to_owned(), false),
            None => Err(format!("the book asks no question `{name}`")),
        },
        kind => Err(format!(
            "there is no evidence `{kind}`; there is claim, timeline, schedules, output, siblings, \
             block, section and quiz"
        )),
    }
}

/// Where a page shows this evidence, seen from the folder of all pages; nothing where none does.
pub(super) fn target(places: &Places, from: &Path, written: &str) -> Option<String> {
    let (kind, name) = written.split_once(' ')?;
    let kinds: &[&str] = match kind {
        "claim" => return Some(format!("{}#{}", claim::PAGE, name.replacen('/', "-", 1))),
        "block" | "section" => return Some(places.section(from, name).ok()?.target),
        "quiz" => return places.question(name).map(str::to_owned),
        "timeline" => &["timeline", "output", "include"],
        "schedules" => &["schedules", "output", "include"],
        _ => &["output", "timeline", "schedules", "include"],
    };
    places.example(kinds, name).map(str::to_owned)
}

/// What readers call the recording of this example. As under its picture, they are told where the
/// code has changed since.
fn recorded(example: &Example) -> Result<&'static str, String> {
    let recording = picture::recording(example)?;
    let same = recording.code.as_deref() == Some(&*example.code_hash()?);
    Ok(if same { "recording" } else { "recording, from before the last change of its code," })
}

/// All that the example of this evidence shows, as text: numbers may be quoted from it.
pub(super) fn shows(examples: &Examples, written: &str) -> String {
    let (kind, name) = written.split_once(' ').unwrap_or((written, ""));
    let Ok(example) = examples.get(name) else { return String::new() };
    let file = match kind {
        "timeline" => picture::FILE,
        "schedules" => "recorded/schedules.json",
        _ => return example.text(),
    };
    example.text() + &example.read(file).unwrap_or_default()
}

/// Reports what a row has in backticks in the column of a language and the example of the row does
/// not have in its program in that language.
pub(super) fn names(
    examples: &Examples,
    table: &Table,
    row: &Row,
    file: &Source<'_>,
    faults: &mut Faults,
) {
    let all = row.cells.iter().flat_map(|cell| &cell.evidence);
    let siblings =
        all.filter_map(|(written, _)| examples.get(written.strip_prefix("siblings ")?).ok());
    for example in siblings {
        for (cell, column) in row.cells.iter().zip(table.columns.iter().skip(1)) {
            let language = LANGUAGES.iter().find(|language| language.title == column);
            let (Some(language), Some((text, at))) = (language, &cell.text) else { continue };
            // One that is not there is reported already.
            let Ok(mut program) = example.read(language.file) else { continue };
            if language.file.ends_with(".rs") {
                program += &example.read("src/lib.rs").unwrap_or_default();
            }
            for event in Parser::new(text) {
                if let Event::Code(name) = event
                    && !program.contains(&*name)
                {
                    let shown = example.shown(language.file);
                    faults.push(file.fault(*at, format!("`{name}` does not stand in {shown}")));
                }
            }
        }
    }
}
