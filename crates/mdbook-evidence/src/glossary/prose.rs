//! Where in a chapter a term may become a link: in its prose, and nowhere else.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{Source, directive};

/// The stretches of a chapter's prose, in order: what no heading, link, quotation, code, HTML or
/// directive contains.
pub(super) fn prose(source: &Source<'_>) -> Vec<Range<usize>> {
    let directives: Vec<_> = directive::read(source).into_iter().map(|d| d.range).collect();
    let (mut found, mut inside) = (Vec::<Range<usize>>::new(), 0);
    for (event, range) in Parser::new_ext(source.text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(tag) if left_out(&tag) => inside += 1,
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::Link
                | TagEnd::Image
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::BlockQuote(_)
                | TagEnd::TableHead,
            ) => inside -= 1,
            Event::Text(_) | Event::SoftBreak if inside == 0 => {
                if directives.iter().any(|d| d.start < range.end && range.start < d.end) {
                    // A figure in a sentence: what stands around it is prose.
                    found.extend(around(range, &directives));
                } else {
                    match found.last_mut() {
                        Some(last) if last.end == range.start => last.end = range.end,
                        _ => found.push(range),
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn left_out(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::BlockQuote(_)
            | Tag::TableHead
    )
}

/// What is left of `range` without the directives.
fn around(range: Range<usize>, directives: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut left, mut from) = (Vec::new(), range.start);
    for directive in directives.iter().filter(|d| d.start < range.end && range.start < d.end) {
        left.push(from..directive.start.max(from));
        from = directive.end.min(range.end);
    }
    left.push(from..range.end);
    left.retain(|range| !range.is_empty());
    left
}
