//! Writing HTML that survives inside Markdown.
//!
//! A blank line ends an HTML block in Markdown, so nothing written here contains one: line breaks
//! of a program or its output are written as character references.

use pulldown_cmark::{Options, Parser};

/// Text as the content of an element, on one line.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => {}
            // mdBook's own preprocessor runs after ours and would look into these.
            '{' => escaped.push_str("&#123;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A code block whose content scrolls, and so must be reachable by keyboard.
pub(crate) fn pre(class: &str, language: &str, label: &str, text: &str) -> String {
    let text = escape(text.trim_end_matches('\n'));
    let label = escape(label);
    format!(
        "<pre class=\"{class}\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\
         <code class=\"language-{language}\">{text}</code></pre>"
    )
}

/// A caption's Markdown as HTML, without the paragraph around it.
pub(crate) fn inline(markdown: &str) -> String {
    let mut html = String::new();
    let text = markdown.split_whitespace().collect::<Vec<_>>().join(" ");
    pulldown_cmark::html::push_html(
        &mut html,
        Parser::new_ext(&text, Options::ENABLE_SMART_PUNCTUATION),
    );
    let html = html.trim();
    html.strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"))
        .unwrap_or(html)
        .replace('\n', " ")
}
