//! `{{#progress}}`: every question of the book, a chapter after the other.
//!
//! Which of them are open only the reader's browser knows. Without JavaScript it is a list of links.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::html::escape;
use crate::quiz;

pub(crate) fn html(root: &Path) -> Result<String, String> {
    let summary = fs::read_to_string(root.join("book/SUMMARY.md"))
        .map_err(|error| format!("cannot read book/SUMMARY.md: {error}"))?;
    let asked = quiz::asked(root);
    let mut chapters = String::new();
    for (title, file) in entries(&summary) {
        let chapter = Path::new("book").join(&file);
        let files = asked.iter().filter(|asked| asked.chapter == chapter);
        let questions: Vec<_> =
            files.flat_map(|asked| quiz::questions(root, &asked.file)).collect();
        if questions.is_empty() {
            continue;
        }
        let page = escape(&file.replace(".md", ".html"));
        let items: String = questions.iter().map(|question| item(&page, question)).collect();
        chapters += &format!("<li><a href=\"{page}\">{}</a><ol>{items}</ol></li>", escape(&title));
    }
    Ok(format!(
        "<div class=\"progress\"><question-progress><p class=\"sum\">Your browser keeps which questions you have answered; \
         with JavaScript this list shows it.</p><ul>{chapters}</ul></question-progress></div>"
    ))
}

/// The chapters of the summary, in order: title and file.
fn entries(summary: &str) -> Vec<(String, String)> {
    let (mut found, mut open) = (Vec::new(), None);
    for event in Parser::new(summary) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                open = Some((String::new(), dest_url.to_string()));
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some((title, _)) = &mut open {
                    title.push_str(&text);
                }
            }
            Event::End(TagEnd::Link) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// A question by its first paragraph, as text: a link holds no link.
fn item(page: &str, question: &quiz::Question) -> String {
    let id = &question.id;
    format!("<li data-id=\"{id}\"><a href=\"{page}#q-{id}\">{}</a></li>", quiz::title(question))
}
