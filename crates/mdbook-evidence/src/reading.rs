//! The way through the book: what a chapter needs and gives, how long it takes, and in which order
//! a reader may take them.

mod head;
mod path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub(crate) use head::html as head;
pub use head::without_head;
pub(crate) use path::html as path;

use crate::summary;

/// Slower than a story is read: there is something to predict in it, and to look at.
const WORDS_A_MINUTE: usize = 150;

/// How long a chapter takes to read, in minutes: its words, without its programs and its sources,
/// to the nearest five minutes.
fn minutes(text: &str) -> usize {
    let sections = summary::sections(text);
    let sources = sections.iter().find(|section| section.anchor == "sources");
    let text = &text[..sources.map_or(text.len(), |section| section.start)];
    let (mut words, mut code) = (0, false);
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(text) | Event::Code(text) if !code => {
                words += text.split_whitespace().count();
            }
            _ => {}
        }
    }
    ((words + WORDS_A_MINUTE * 5 / 2) / (WORDS_A_MINUTE * 5)).max(1) * 5
}

/// Minutes in words.
fn in_words(minutes: usize) -> String {
    let plural = |count: usize, unit: &str| match count {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{count} {unit}s")),
    };
    let parts = [plural(minutes / 60, "hour"), plural(minutes % 60, "minute")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_time_and_programs_and_sources_do_not() {
        let prose = "word ".repeat(1_400);
        let text = format!("# A\n\n{prose}\n\n```text\n{prose}\n```\n\n## Sources\n\n{prose}\n");
        assert_eq!(minutes(&text), 10);
        assert_eq!([in_words(minutes("# A\n")), in_words(65)], ["5 minutes", "1 hour 5 minutes"]);
    }
}
