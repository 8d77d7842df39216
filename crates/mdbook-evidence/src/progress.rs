//! `{{#progress}}`: every question and every exercise of the book, a chapter after the other.
//!
//! Which of them are done only the reader's browser and rustlings know. Without JavaScript it is a
//! list of links.

use std::path::Path;

use crate::html::escape;
use crate::{Exercise, quiz, summary};

pub(crate) fn html(root: &Path) -> Result<String, String> {
    let asked = quiz::asked(root);
    let exercises = Exercise::all(root)?;
    let mut chapters = String::new();
    for entry in summary::entries(root)? {
        let (page, title) = (escape(&entry.page()), escape(&entry.title));
        let files = asked.iter().filter(|asked| asked.chapter == entry.path());
        let questions = files.flat_map(|asked| quiz::questions(root, &asked.file));
        let questions: String =
            questions.map(|question| self::question(&page, &question)).collect();
        let own = exercises.iter().filter(|exercise| exercise.chapter() == entry.path());
        let exercises = own.map(|own| exercise(root, &page, own)).collect::<Result<String, _>>()?;
        let (questions, exercises) = (list("ol", &questions), list("ul", &exercises));
        if questions.is_empty() && exercises.is_empty() {
            continue;
        }
        chapters += &format!("<li><a href=\"{page}\">{title}</a>{questions}{exercises}</li>");
    }
    Ok(format!(
        "<div class=\"progress\"><book-progress><p class=\"sum\">Your browser keeps what you have done; \
         with JavaScript this list shows it.</p><ul>{chapters}</ul></book-progress></div>"
    ))
}

/// A list, where there is anything in it.
fn list(name: &str, items: &str) -> String {
    if items.is_empty() { String::new() } else { format!("<{name}>{items}</{name}>") }
}

/// A question by its first paragraph, as text: a link holds no link.
fn question(page: &str, question: &quiz::Question) -> String {
    let id = &question.id;
    format!("<li data-id=\"{id}\"><a href=\"{page}#q-{id}\">{}</a></li>", quiz::title(question))
}

/// An exercise by its title.
fn exercise(root: &Path, page: &str, exercise: &Exercise) -> Result<String, String> {
    let (name, title) = (&exercise.name, escape(&exercise.title(root)?));
    Ok(format!(
        "<li data-exercise=\"{name}\">Exercise: <a href=\"{page}#exercise-{name}\">{title}</a></li>"
    ))
}
