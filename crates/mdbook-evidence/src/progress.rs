//! `{{#progress}}`: every question and every exercise of the book, a chapter after the other.
//!
//! Which of them are done only the reader's browser and rustlings know. Without JavaScript it is a
//! list of links.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::html::escape;
use crate::{Exercise, quiz};

pub(crate) fn html(root: &Path) -> Result<String, String> {
    let summary = fs::read_to_string(root.join("book/SUMMARY.md"))
        .map_err(|error| format!("cannot read book/SUMMARY.md: {error}"))?;
    let asked = quiz::asked(root);
    let exercises = Exercise::all(root)?;
    let mut chapters = String::new();
    for (title, file) in entries(&summary) {
        let chapter = Path::new("book").join(&file);
        let page = escape(&file.replace(".md", ".html"));
        let files = asked.iter().filter(|asked| asked.chapter == chapter);
        let questions = files.flat_map(|asked| quiz::questions(root, &asked.file));
        let questions: String =
            questions.map(|question| self::question(&page, &question)).collect();
        let own = exercises.iter().filter(|exercise| exercise.chapter() == chapter);
        let exercises = own.map(|own| exercise(root, &page, own)).collect::<Result<String, _>>()?;
        let (questions, exercises) = (list("ol", &questions), list("ul", &exercises));
        if questions.is_empty() && exercises.is_empty() {
            continue;
        }
        let title = escape(&title);
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
