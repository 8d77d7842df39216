//! `{{#progress}}`: every question of the book, a chapter after the other.
//!
//! Which of them are open only the reader's browser knows. Without JavaScript it is a list of links.

use std::path::Path;

use crate::html::escape;
use crate::{quiz, summary};

pub(crate) fn html(root: &Path) -> Result<String, String> {
    let asked = quiz::asked(root);
    let mut chapters = String::new();
    for entry in summary::entries(root)? {
        let files = asked.iter().filter(|asked| asked.chapter == entry.path());
        let questions: Vec<_> =
            files.flat_map(|asked| quiz::questions(root, &asked.file)).collect();
        if questions.is_empty() {
            continue;
        }
        let (page, title) = (escape(&entry.page()), escape(&entry.title));
        let items: String = questions.iter().map(|question| item(&page, question)).collect();
        chapters += &format!("<li><a href=\"{page}\">{title}</a><ol>{items}</ol></li>");
    }
    Ok(format!(
        "<div class=\"progress\"><question-progress><p class=\"sum\">Your browser keeps which questions you have answered; \
         with JavaScript this list shows it.</p><ul>{chapters}</ul></question-progress></div>"
    ))
}

/// A question by its first paragraph, as text: a link holds no link.
fn item(page: &str, question: &quiz::Question) -> String {
    let id = &question.id;
    format!("<li data-id=\"{id}\"><a href=\"{page}#q-{id}\">{}</a></li>", quiz::title(question))
}
