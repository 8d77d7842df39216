//! The first occurrence of each term in a chapter, as a link.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use super::Glossary;
use super::prose::prose;
use super::term::Term;
use crate::html::escape;
use crate::{Source, summary};

/// A place in a chapter and the term that stands there.
struct Found {
    range: Range<usize>,
    term: usize,
}

/// What to put where, so that the terms of a chapter are links.
pub(crate) fn links(glossary: &Glossary, source: &Source<'_>) -> Vec<(Range<usize>, String)> {
    let up = summary::up(source.path);
    let link = |found: Found| {
        let Term { anchor, sentence, .. } = &glossary.terms[found.term];
        let (words, title) = (&source.text[found.range.clone()], escape(sentence));
        let to = format!("{up}glossary.html#{anchor}");
        let html = format!("<a class=\"term\" href=\"{to}\" title=\"{title}\">{words}</a>");
        (found.range, html)
    };
    find(glossary, source).into_iter().map(link).collect()
}

/// The anchors of the terms that a chapter uses.
pub(super) fn used(glossary: &Glossary, source: &Source<'_>) -> BTreeSet<String> {
    let found = find(glossary, source).into_iter();
    found.map(|found| glossary.terms[found.term].anchor.clone()).collect()
}

/// The first occurrence of each term in the prose of a chapter.
fn find(glossary: &Glossary, source: &Source<'_>) -> Vec<Found> {
    let terms = &glossary.terms;
    if source.path == Path::new(super::FILE) || terms.is_empty() {
        return Vec::new();
    }
    let file = summary::file(source.path);
    let sections = summary::sections(source.text);
    // From here on a term is not linked: below its definition, and among names of authors.
    let place = |anchor: &str| sections.iter().find(|s| s.anchor == anchor).map(|s| s.start);
    let end = place("sources").unwrap_or(source.text.len());
    let until: Vec<usize> = terms
        .iter()
        .map(|term| match &term.home {
            Some((home, anchor)) if *home == file => place(anchor).unwrap_or(end).min(end),
            _ => end,
        })
        .collect();

    let mut found: Vec<Found> = Vec::new();
    for prose in prose(source) {
        let mut at = prose.start;
        while at < prose.end {
            let Some((length, term)) = longest(glossary, source.text, at..prose.end) else {
                at += source.text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            // What is a term already is not searched for shorter ones: no “race” in “data race”.
            let known = found.iter().any(|found| found.term == term);
            if !known && at < until[term] {
                let range = letter(&terms[term], source.text, at..at + length);
                found.push(Found { range, term });
            }
            at += length;
        }
    }
    found
}

/// A single letter is found by what stands around it, and only the letter is the link.
fn letter(term: &Term, text: &str, found: Range<usize>) -> Range<usize> {
    let within = (term.title.len() == 1).then(|| text[found.clone()].find(&term.title)).flatten();
    within.map_or(found.clone(), |at| found.start + at..found.start + at + 1)
}

/// The longest form of any term that stands at the beginning of `range`: its length, and whose.
fn longest(glossary: &Glossary, text: &str, range: Range<usize>) -> Option<(usize, usize)> {
    let joins = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let rest = &text[range.clone()];
    if text[..range.start].chars().next_back().is_some_and(joins) {
        return None;
    }
    let first = rest.chars().flat_map(char::to_lowercase).next()?;
    let ends = |length: usize| !rest[length..].starts_with(joins);
    let forms = glossary.forms.get(&first)?.iter();
    forms
        .filter_map(|&(ref form, i)| {
            let length = matched(form, rest)?;
            let plural = length + usize::from(rest[length..].starts_with('s'));
            [plural, length].into_iter().find(|&length| ends(length)).map(|length| (length, i))
        })
        .max_by_key(|&(length, _)| length)
}

/// How much of `text` the form is, if it begins with it: any white space is one space, and the
/// first letter may be a capital.
fn matched(form: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for (i, wanted) in form.chars().enumerate() {
        let found = rest.chars().next()?;
        let same = found == wanted || (i == 0 && found.to_lowercase().eq([wanted]));
        if wanted == ' ' && found.is_whitespace() {
            rest = rest.trim_start();
        } else if same {
            rest = &rest[found.len_utf8()..];
        } else {
            return None;
        }
    }
    Some(text.len() - rest.len())
}
