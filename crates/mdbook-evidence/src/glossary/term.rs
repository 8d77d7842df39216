//! The terms of the glossary, read from its Markdown, and what may be wrong with them.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{Faults, Source, summary};

/// One term.
pub(crate) struct Term {
    pub(crate) title: String,
    pub(crate) anchor: String,
    /// Where its heading begins.
    pub(crate) at: usize,
    /// What it is called in a chapter, its title among them. A plural `s` need not be said.
    pub(crate) forms: Vec<String>,
    /// Its first sentence, without marks.
    pub(crate) sentence: String,
    /// The section that defines it, seen from the folder of the chapters: file and anchor.
    pub(crate) home: Option<(String, String)>,
}

/// Every term of the glossary's text, in order.
pub(crate) fn read(text: &str) -> Vec<Term> {
    let sections = summary::sections(text).into_iter();
    sections
        .filter(|section| section.level == HeadingLevel::H3)
        .map(|section| {
            let body = &text[section.text..section.end];
            let mut forms: Vec<String> = title(&section.title).into_iter().collect();
            forms.extend(others(body).map(str::to_owned));
            let (sentence, home) = definition(body);
            let summary::Section { title, anchor, start, .. } = section;
            Term { title, anchor, at: start, forms, sentence, home }
        })
        .collect()
}

/// A heading as a form of the term: `Deadlock` is `deadlock`, `GIL` stays, and a single letter is
/// too little to be found by.
fn title(title: &str) -> Option<String> {
    let mut letters = title.chars();
    let first = letters.next()?;
    let second = letters.next()?;
    let word = second.is_lowercase() || second.is_whitespace();
    let rest = &title[first.len_utf8()..];
    let first = if word { first.to_lowercase().to_string() } else { first.to_string() };
    Some(first + rest)
}

/// What `<!-- also: a, b -->` says.
fn others(body: &str) -> impl Iterator<Item = &str> {
    let start = body.find("<!-- also:").map(|at| at + "<!-- also:".len());
    let list = start.and_then(|at| body[at..].split("-->").next()).unwrap_or_default();
    list.split(',').map(str::trim).filter(|form| !form.is_empty())
}

/// The first sentence of a term's text, and where its first link leads within the book.
fn definition(body: &str) -> (String, Option<(String, String)>) {
    let (mut words, mut home, mut done) = (String::new(), None, false);
    for event in Parser::new_ext(body, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) | Event::Code(text) if !done => words.push_str(&text),
            Event::SoftBreak if !done => words.push(' '),
            Event::End(TagEnd::Paragraph) => done = true,
            Event::Start(Tag::Link { dest_url, .. }) if home.is_none() => {
                home = dest_url
                    .split_once('#')
                    .filter(|(file, _)| file.ends_with(".md"))
                    .map(|(file, anchor)| (file.to_owned(), anchor.to_owned()));
            }
            _ => {}
        }
    }
    let end = words.find(". ").map_or(words.len(), |at| at + 1);
    words.truncate(end);
    (words, home)
}

/// Reports a glossary that cannot be relied upon.
pub(crate) fn check(source: &Source<'_>, faults: &mut Faults) {
    let terms = read(source.text);
    for (i, term) in terms.iter().enumerate() {
        let mut fault = |message| faults.push(source.fault(term.at, message));
        let title = &term.title;
        if term.sentence.is_empty() {
            fault(format!("“{title}” is not explained; say in a sentence what it is"));
        }
        if term.home.is_none() {
            fault(format!(
                "“{title}” does not say where it is met; link to the section that defines it"
            ));
        }
        if let Some(before) = terms[..i].last()
            && before.title.to_lowercase() > title.to_lowercase()
        {
            fault(format!("“{title}” comes before “{}” in the alphabet", before.title));
        }
        for form in &term.forms {
            if let Some(other) = terms[..i].iter().find(|other| other.forms.contains(form)) {
                fault(format!("“{form}” is said of “{}” already", other.title));
            }
        }
    }
}
