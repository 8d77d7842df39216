//! Finding `{{#name argument}}` in a chapter.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::Source;

/// A directive, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive<'a> {
    /// Where it stands, from `{{` to `}}`.
    pub range: Range<usize>,
    /// `output`, `timeline`, `include` and so on.
    pub name: &'a str,
    /// The rest, trimmed; it may span lines.
    pub argument: &'a str,
    /// Whether it stands in a code block, where only mdBook's own directives have a meaning.
    pub in_code: bool,
}

/// All directives of a chapter, in order.
///
/// One that is escaped (`\{{#`) or stands in inline code is text about directives, not a
/// directive.
#[must_use]
pub fn read<'a>(source: &Source<'a>) -> Vec<Directive<'a>> {
    let text = source.text;
    let (blocks, inline) = code(text);
    let inside =
        |ranges: &[Range<usize>], at| ranges.iter().any(|range: &Range<usize>| range.contains(&at));

    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{{#").map(|at| from + at) {
        let Some(end) = text[start..].find("}}").map(|at| start + at + 2) else { break };
        from = start + 3;
        if text[..start].ends_with('\\') || inside(&inline, start) {
            continue;
        }
        let body = &text[start + 3..end - 2];
        let split = body.find(char::is_whitespace).unwrap_or(body.len());
        found.push(Directive {
            range: start..end,
            name: &body[..split],
            argument: body[split..].trim(),
            in_code: inside(&blocks, start),
        });
        from = end;
    }
    found
}

/// The ranges of code blocks, and of inline code.
fn code(text: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut blocks, mut inline) = (Vec::new(), Vec::new());
    let mut start = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Code(_) => inline.push(range),
            Event::Start(Tag::CodeBlock(_)) => start = Some(range.start),
            Event::End(TagEnd::CodeBlock) => {
                blocks.extend(start.take().map(|start| start..range.end));
            }
            _ => {}
        }
    }
    (blocks, inline)
}
