//! `{{#path FILE …}}`: a way through the book for a reader, with its times; without files, the
//! whole book with what each chapter gives.

use std::path::Path;

use super::head::Head;
use super::{WORDS_A_MINUTE, in_words, minutes};
use crate::html::{escape, inline};
use crate::summary::{self, Entry};

pub(crate) fn html(root: &Path, from: &Path, argument: &str) -> Result<String, String> {
    let entries = summary::entries(root)?;
    let up = summary::up(from);
    if argument.is_empty() {
        return Ok(whole(root, &up, &entries));
    }
    let mut places: Vec<usize> = Vec::new();
    for file in argument.split_whitespace() {
        let place = entries.iter().position(|entry| entry.file == file);
        let place = place.ok_or_else(|| format!("`{file}` is no chapter of book/SUMMARY.md"))?;
        if places.last().is_some_and(|&before| before >= place) {
            return Err(format!("`{file}` stands earlier in the book than the one before it"));
        }
        let needs = Head::of(root, &entries[place]).map(|head| head.needs).unwrap_or_default();
        let met = |need: &String| places.iter().any(|&place| entries[place].file == *need);
        if let Some(need) = needs.iter().find(|need| !met(need)) {
            return Err(format!("`{file}` needs `{need}`, which is not on the path before it"));
        }
        places.push(place);
    }
    let times: Vec<_> = places.iter().map(|&place| minutes(&entries[place].text(root))).collect();
    let items = places.iter().zip(&times).map(|(&place, &time)| item(&up, &entries[place], time));
    let items: String = items.map(|item| format!("<li>{item}</li>")).collect();
    let total = in_words(times.iter().sum());
    Ok(format!("<ol class=\"path\">{items}</ol><p class=\"path-total\">{total} in all</p>"))
}

/// A chapter with its time.
fn item(up: &str, entry: &Entry, minutes: usize) -> String {
    let (page, title, time) = (entry.page(), escape(&entry.title), in_words(minutes));
    format!("<a href=\"{up}{page}\">{title}</a> <span class=\"time\">{time}</span>")
}

/// All parts with their chapters.
fn whole(root: &Path, up: &str, entries: &[Entry]) -> String {
    let (mut html, mut part, mut total) = (String::new(), None, 0);
    for entry in entries.iter().filter(|entry| entry.part.is_some()) {
        if part != entry.part.as_ref() {
            let close = if part.is_some() { "</ul>" } else { "" };
            part = entry.part.as_ref();
            let title = escape(part.map_or("", String::as_str));
            html += &format!("{close}<p class=\"path-part\">{title}</p><ul class=\"path\">");
        }
        let time = minutes(&entry.text(root));
        total += time;
        let gives = Head::of(root, entry).map_or(String::new(), |head| inline(&head.gives));
        html += &format!("<li>{}<br>{gives}</li>", item(up, entry, time));
    }
    let total = in_words(total);
    format!(
        "{html}</ul><p class=\"path-total\">{total} in all, at {WORDS_A_MINUTE} words a minute, without \
         running anything</p>"
    )
}
