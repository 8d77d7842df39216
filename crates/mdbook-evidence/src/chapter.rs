//! One chapter, from Markdown with directives to Markdown with evidence.
//!
//! The text is edited by byte range. Parsing it and writing it out again would change more than
//! was asked for, and would lose the line numbers that every fault is reported with.

use std::fs;
use std::ops::Range;
use std::path::Path;

use crate::directive::{self, Directive};
use crate::example::Examples;
use crate::glossary::Glossary;
use crate::{Fault, Faults, block, chart, claim, exercise, glossary, include, machines, models};
use crate::{
    number, output, picture, programs, progress, quiz, reading, schedules, sources, table,
};

/// A chapter as it stands on disk.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file, seen from the book's root.
    pub path: &'a Path,
    /// Its text.
    pub text: &'a str,
}

impl Source<'_> {
    /// The line, counted from 1, in which the byte at `offset` stands.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        1 + self.text.as_bytes()[..offset].iter().filter(|&&byte| byte == b'\n').count()
    }

    pub(crate) fn fault(&self, offset: usize, message: impl Into<String>) -> Fault {
        Fault::new(self.path, self.line(offset), message)
    }

    /// The text of the file `path`, which the directive at `offset` names. Where there is none, the
    /// fault says to write what is wanted there.
    pub(crate) fn beside(
        &self,
        root: &Path,
        offset: usize,
        path: &Path,
        write: &str,
    ) -> Result<String, Faults> {
        fs::read_to_string(root.join(path)).map_err(|error| {
            let shown = path.to_string_lossy().replace('\\', "/");
            Faults(vec![self.fault(offset, format!("cannot read {shown}: {error}; {write}"))])
        })
    }
}

/// What all chapters of a book have in common, read once for all of them.
pub(crate) struct Shared {
    pub(crate) examples: Examples,
    pub(crate) glossary: Glossary,
}

/// What stands where, afterwards.
struct Edit {
    range: Range<usize>,
    text: String,
}

/// Replaces every directive that is ours, and checks every one that is mdBook's.
pub(crate) fn expand(
    root: &Path,
    Shared { examples, glossary }: &Shared,
    source: &Source<'_>,
) -> Result<String, Faults> {
    let mut faults = Faults::default();
    let mut edits = Vec::new();

    let blocks = block::read(source);
    block::check(source, &blocks, &mut faults);
    for block in &blocks {
        // Readers see the language; attributes such as a reason are for the tests.
        edits.push(Edit { range: block.info_range.clone(), text: block.info.shown() });
    }

    let mut shown: String = blocks.iter().map(|block| block.text.as_str()).collect();
    for (count, directive) in directive::read(source).into_iter().enumerate() {
        let at = directive.range.start;
        shown += &evidence(root, source, examples, &directive);
        let made = match directive.name {
            "output" => output::html(examples, directive.argument, source, count).map(Some),
            "timeline" => picture::html(examples, directive.argument).map(Some),
            "chart" => chart::html(examples, directive.argument).map(Some),
            "claims" => claim::page(root, examples).map(Some),
            "schedules" => schedules::html(examples, directive.argument).map(Some),
            "exercise" => exercise::html(root, source.path, directive.argument).map(Some),
            "models" => models::html(examples, source.path, directive.argument).map(Some),
            "progress" => progress::html(root).map(Some),
            "chapter" => reading::head(root, source, directive.argument).map(Some),
            "path" => reading::path(root, source.path, directive.argument).map(Some),
            "sources" => sources::markdown(root).map(Some),
            "machines" => machines::markdown(examples).map(Some),
            "programs" => programs::markdown(root, examples).map(Some),
            // Its faults have lines of their own, in the file of the questions.
            "quiz" => match quiz::html(root, source, at, examples, directive.argument) {
                Ok(html) => Ok(Some(html)),
                Err(more) => {
                    faults.extend(more);
                    Ok(None)
                }
            },
            "table" => match table::html(root, source, at, examples, directive.argument) {
                Ok(html) => Ok(Some(html)),
                Err(more) => {
                    faults.extend(more);
                    Ok(None)
                }
            },
            // A figure stands in a sentence, so nothing may break its line.
            "claim" => claim::figure(examples, source.path, directive.argument).map(|html| {
                edits.push(Edit { range: directive.range.clone(), text: html });
                None
            }),
            _ => include::check(root, source, &directive).map(|()| None),
        };
        match made {
            Ok(Some(html)) => edits.push(replace(&directive, &html)),
            Ok(None) => {}
            Err(message) => faults.push(source.fault(at, message)),
        }
    }

    for (range, text) in glossary::links(glossary, source) {
        edits.push(Edit { range, text });
    }
    if source.path == Path::new(glossary::FILE) {
        glossary::check(source, &mut faults);
    }
    number::check(source, &shown, &mut faults);
    faults.0.sort();
    faults.or_else_ok()?;
    Ok(apply(source.text, edits))
}

/// What a directive puts before the reader, as text: the numbers in prose must come from it.
fn evidence(
    root: &Path,
    source: &Source<'_>,
    examples: &Examples,
    directive: &Directive<'_>,
) -> String {
    let name = directive.argument.split([' ', '\n', ':']).next().unwrap_or_default();
    match directive.name {
        "include" | "rustdoc_include" => {
            let path = root.join(source.path).with_file_name("").join(name);
            std::fs::read_to_string(path).unwrap_or_default()
        }
        "output" => examples.get(name).map(crate::Example::text).unwrap_or_default(),
        "timeline" => examples
            .get(name)
            .and_then(|example| example.read("recorded/timeline.json"))
            .unwrap_or_default(),
        "schedules" => examples
            .get(name)
            .and_then(|example| example.read("recorded/schedules.json"))
            .unwrap_or_default(),
        "models" => examples
            .get(name)
            .and_then(|example| example.read("recorded/models.json"))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// An HTML block needs an empty line on either side to be one.
fn replace(directive: &Directive<'_>, html: &str) -> Edit {
    Edit { range: directive.range.clone(), text: format!("\n\n{html}\n\n") }
}

fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        edited.push_str(&text[done..edit.range.start]);
        edited.push_str(&edit.text);
        done = edit.range.end;
    }
    edited.push_str(&text[done..]);
    edited
}
