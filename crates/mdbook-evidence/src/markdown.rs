//! The Markdown of questions and of tables: paragraphs, inline code, links. What is written here
//! stands in an HTML block of the chapter, so it has no line breaks, and its links lead to pages.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_SMART_PUNCTUATION)
}

/// As HTML; a single paragraph without its tags.
pub(crate) fn html(text: &str) -> String {
    let led = events(text).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = CowStr::from(page(&dest_url));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        event => event,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, led);
    let html = html.trim();
    let alone = html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    let html = alone.filter(|rest| !rest.contains("<p>")).unwrap_or(html);
    html.replace('\n', " ").replace("{{", "&#123;{")
}

/// The first paragraph without its links, which may stand in a link.
pub(crate) fn title(text: &str) -> String {
    let is_link = |event: &Event<'_>| {
        matches!(event, Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link))
    };
    let first = events(text).take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph)));
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, first.filter(|event| !is_link(event)));
    html.trim().trim_start_matches("<p>").replace('\n', " ").replace("{{", "&#123;{")
}

/// Where its links lead.
pub(crate) fn targets(text: &str) -> Vec<String> {
    let link = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.to_string())
        }
        _ => None,
    };
    events(text).filter_map(link).collect()
}

/// Whether it has a block of code, which nobody would have tested.
pub(crate) fn has_block(text: &str) -> bool {
    events(text).any(|event| matches!(event, Event::Start(Tag::CodeBlock(_))))
}

/// Whether it has HTML of its own, which nobody would have checked.
pub(crate) fn has_html(text: &str) -> bool {
    events(text).any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

/// A link to a chapter as a link to its page.
pub(crate) fn page(target: &str) -> String {
    if target.contains("://") {
        return target.to_owned();
    }
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let file = file.strip_suffix(".md").map_or(file.to_owned(), |file| format!("{file}.html"));
    if anchor.is_empty() { file } else { format!("{file}#{anchor}") }
}
