//! `{{#chapter FILE … sentence}}`: what a chapter needs, what it gives and how long it takes.
//!
//! The files are the chapters that it needs, seen from the folder of the chapters; they come before
//! it in the book. The sentence is what it gives.

use std::path::Path;

use super::{in_words, minutes};
use crate::html::{escape, inline};
use crate::summary::{self, Entry};
use crate::{Source, directive};

/// What the directive says.
pub(super) struct Head {
    pub(super) needs: Vec<String>,
    pub(super) gives: String,
}

impl Head {
    /// Reads a directive's argument.
    fn parse(argument: &str) -> Head {
        let is_file = |word: &&str| word.ends_with(".md");
        let needs: Vec<_> =
            argument.split_whitespace().take_while(is_file).map(str::to_owned).collect();
        let gives = argument.split_whitespace().skip(needs.len()).collect::<Vec<_>>().join(" ");
        Head { needs, gives }
    }

    /// That of a chapter, if it has one.
    pub(super) fn of(root: &Path, entry: &Entry) -> Option<Head> {
        let (path, text) = (entry.path(), entry.text(root));
        let directives = directive::read(&Source { path: &path, text: &text });
        let directive = directives.into_iter().find(|directive| directive.name == "chapter")?;
        Some(Head::parse(directive.argument))
    }
}

/// The head of the chapter `source`, as a page shows it.
pub(crate) fn html(root: &Path, source: &Source<'_>, argument: &str) -> Result<String, String> {
    let Head { needs, gives } = Head::parse(argument);
    if gives.is_empty() {
        return Err("say in a sentence what the chapter gives: {{#chapter FILE … sentence}}".into());
    }
    let entries = summary::entries(root)?;
    let file = summary::file(source.path);
    let here = entries.iter().position(|entry| entry.file == file).unwrap_or(entries.len());
    let mut links = Vec::new();
    for need in &needs {
        let Some(place) = entries.iter().position(|entry| entry.file == *need) else {
            return Err(format!("`{need}` is no chapter of book/SUMMARY.md"));
        };
        if place >= here {
            return Err(format!("it needs `{need}`, which does not come before it in the book"));
        }
        let (page, title) = (entries[place].page(), escape(&entries[place].title));
        links.push(format!("<a href=\"{}{page}\">{title}</a>", summary::up(source.path)));
    }
    let needs = if links.is_empty() { "no other chapter".to_owned() } else { links.join(", ") };
    let fields = [
        ("Needs", needs),
        ("Gives", inline(&gives)),
        ("Takes", format!("about {}", in_words(minutes(source.text)))),
    ];
    let fields =
        fields.map(|(field, value)| format!("<div><dt>{field}</dt><dd>{value}</dd></div>"));
    Ok(format!("<dl class=\"chapter-head\">{}</dl>", fields.concat()))
}

/// The chapters of the book's parts that do not say, before their first section, what they need and
/// give.
///
/// # Errors
///
/// A summary that cannot be read.
pub fn without_head(root: &Path) -> Result<Vec<String>, String> {
    let entries = summary::entries(root)?;
    let chapters = entries.iter().filter(|entry| entry.part.is_some());
    let lacks = chapters.filter(|entry| {
        let (path, text) = (entry.path(), entry.text(root));
        let first = summary::sections(&text).get(1).map_or(text.len(), |section| section.start);
        let directives = directive::read(&Source { path: &path, text: &text });
        !directives.iter().any(|d| d.name == "chapter" && d.range.start < first)
    });
    let fault = |entry: &Entry| {
        let sentence = "does not say above its first section what it needs and gives";
        format!("book/{}:1: {sentence}: {{{{#chapter FILE … sentence}}}}", entry.file)
    };
    Ok(lacks.map(fault).collect())
}
