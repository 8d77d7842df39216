//! Naked numbers: figures in prose that nobody measured.
//!
//! A figure in a sentence is a `{{#claim}}`, which links to its evidence. Besides, a number may stand
//!
//! * in backticks, if it is a literal: it must then stand in a program or an output that the same
//!   chapter shows;
//! * in a block quotation with a link, if it is somebody else's;
//! * in the text of a link, where it belongs to a title: a year, a chapter;
//! * behind the word *note*, where it is a name: note 004.
//!
//! Words count too: “twice as fast”, “half the time”, “three seconds”. There is no list of
//! exceptions. A sentence that needs one wants to be another sentence.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{Faults, Source};

/// Words that are figures by themselves.
const FIGURES: [&str; 18] = [
    "twice",
    "thrice",
    "double",
    "doubles",
    "doubled",
    "triple",
    "triples",
    "tripled",
    "quadruple",
    "half",
    "halves",
    "halved",
    "quarter",
    "tenfold",
    "hundredfold",
    "thousandfold",
    "twofold",
    "threefold",
];
/// Words that are a figure where a unit follows.
const CARDINALS: [&str; 16] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    "twenty", "fifty", "hundred", "thousand", "million",
];
/// What is measured in numbers.
const UNITS: [&str; 24] = [
    "times",
    "percent",
    "nanosecond",
    "nanoseconds",
    "microsecond",
    "microseconds",
    "millisecond",
    "milliseconds",
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "byte",
    "bytes",
    "kilobyte",
    "kilobytes",
    "megabyte",
    "megabytes",
    "gigabyte",
    "gigabytes",
    "hertz",
    "orders",
];

/// Reports every naked number of a chapter. `shown` is all that its programs and outputs show.
pub(crate) fn check(source: &Source<'_>, shown: &str, faults: &mut Faults) {
    let quoted = sourced_quotations(source.text);
    let (mut link, mut code) = (0, 0);
    for (event, range) in Parser::new_ext(source.text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. }) => link += 1,
            Event::End(TagEnd::Link) => link -= 1,
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            _ if link + code > 0 || quoted.iter().any(|quote| quote.contains(&range.start)) => {}
            Event::Text(text) => {
                for (at, figure) in figures(&text) {
                    let offset = (range.start + at).min(source.text.len());
                    faults.push(source.fault(offset, format!(
                        "a naked number, “{figure}”: make it a claim (`{{{{#claim NAME/ID}}}}`), or \
                         say it without a figure"
                    )));
                }
            }
            Event::Code(literal) => {
                for number in literals(&literal).filter(|number| !shows(shown, number)) {
                    faults.push(source.fault(range.start, format!(
                        "`{number}` stands in no program and no output that this chapter shows; \
                         make it a claim (`{{{{#claim NAME/ID}}}}`)"
                    )));
                }
            }
            _ => {}
        }
    }
}

/// The block quotations that name their source by a link.
fn sourced_quotations(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut open, mut linked) = (Vec::new(), None, false);
    for (event, range) in Parser::new_ext(text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => (open, linked) = (Some(range), false),
            Event::Start(Tag::Link { .. }) => linked = true,
            Event::End(TagEnd::BlockQuote(_)) => found.extend(open.take().filter(|_| linked)),
            _ => {}
        }
    }
    found
}

/// The figures in a piece of prose, with where they begin.
fn figures(text: &str) -> Vec<(usize, String)> {
    let text = without_directives(text);
    let mut found = Vec::new();
    let mut before: Option<(usize, String)> = None;
    let mut note = false;
    for (at, word) in words(&text) {
        let lower = word.to_lowercase();
        let is_name = std::mem::replace(&mut note, lower == "note");
        if is_name && word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if word.contains(|c: char| c.is_ascii_digit()) || FIGURES.contains(&&*lower) {
            found.push((at, word.to_owned()));
        } else if let Some((start, cardinal)) = &before
            && UNITS.contains(&&*lower)
        {
            found.push((*start, format!("{cardinal} {word}")));
        }
        before = CARDINALS.contains(&&*lower).then(|| (at, word.to_owned()));
    }
    found
}

/// The text with its directives blanked: what they put there they answer for themselves.
fn without_directives(text: &str) -> String {
    let mut plain = text.to_owned();
    while let Some(start) = plain.find("{{#") {
        let end = plain[start..].find("}}").map_or(plain.len(), |at| start + at + 2);
        plain.replace_range(start..end, &" ".repeat(end - start));
    }
    plain
}

/// The words of a text, with where they begin. A hyphen ends a word: “six-minute” is two.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '%' | '×' | '’'));
    text.split(ends).filter_map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let trimmed = word.trim_matches(['.', ',', '’']);
        let skipped = word.find(trimmed).unwrap_or(0);
        (!trimmed.is_empty()).then_some((at + skipped, trimmed))
    })
}

/// The numbers in a piece of code that are numbers only: `16`, `0.94`. A name such as `E0382` or
/// `f32`, and what belongs to one, is none.
fn literals(code: &str) -> impl Iterator<Item = &str> {
    let number = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '_'))
    };
    code.split_whitespace().filter(number)
}

/// Whether `shown` has this very number, and not only as a part of a longer one.
fn shows(shown: &str, number: &str) -> bool {
    shown.match_indices(number).any(|(at, _)| {
        let digit = |c: char| c.is_ascii_digit();
        let before = shown[..at].chars().next_back().is_some_and(digit);
        let after = shown[at + number.len()..].chars().next().is_some_and(digit);
        !before && !after
    })
}
