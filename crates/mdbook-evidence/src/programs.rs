//! `{{#programs}}`: every example of the book, part by part: what it shows, the command that runs
//! it, and where the book shows it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::example::{Example, Examples};
use crate::html::{escape, inline};
use crate::summary::{self, Entry, Section};
use crate::{Source, directive};

/// A section a part, a heading an example, so that search finds each by its name.
pub(crate) fn markdown(root: &Path, examples: &Examples) -> Result<String, String> {
    let entries = summary::entries(root)?;
    let places = places(root, &entries);
    let mut parts: BTreeMap<usize, (String, String)> = BTreeMap::new();
    for example in examples.iter() {
        let shown = places.get(&example.name).ok_or_else(|| {
            format!("no chapter shows `{}`; show it or remove it", example.shown(""))
        })?;
        let (order, title) = part(&entries, example);
        let (_, section) = parts.entry(order).or_insert_with(|| (title, String::new()));
        *section += &entry(example, shown)?;
    }
    let parts = parts.into_values().map(|(title, section)| format!("## {title}\n\n{section}"));
    Ok(parts.collect::<Vec<_>>().join("").trim_end().to_owned())
}

/// The part that an example's folder belongs to: its place in the book and its title. What belongs
/// to no part is shown before them.
fn part(entries: &[Entry], example: &Example) -> (usize, String) {
    let folder = example.folder.parent().and_then(Path::file_name).unwrap_or_default();
    let within = |entry: &Entry| Path::new(&entry.file).starts_with(folder);
    let found = entries.iter().position(|entry| entry.part.is_some() && within(entry));
    let title = found.and_then(|at| entries[at].part.clone());
    (found.map_or(0, |at| at + 1), title.unwrap_or_else(|| "Before the parts".to_owned()))
}

/// Where each example is shown, as links: the first place of each chapter that does.
fn places(root: &Path, entries: &[Entry]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in entries {
        let (path, text) = (entry.path(), entry.text(root));
        let sections = summary::sections(&text);
        let mut here: Vec<&str> = Vec::new();
        for directive in directive::read(&Source { path: &path, text: &text }) {
            let first = directive.argument.split([' ', '\n', ':']).next().unwrap_or_default();
            let name = match directive.name {
                "output" | "timeline" | "chart" | "schedules" => first,
                "include" => included(first),
                _ => continue,
            };
            if !here.contains(&name) {
                here.push(name);
                let link = link(entry, &sections, directive.range.start);
                found.entry(name.to_owned()).or_default().push(link);
            }
        }
    }
    found
}

/// The example that an included file belongs to: `../../examples/<part>/<name>/…`.
fn included(path: &str) -> &str {
    let mut folders = path.split('/').skip_while(|folder| *folder != "examples");
    folders.nth(2).unwrap_or_default()
}

/// A link to the section in which the place `at` of a chapter stands.
fn link(entry: &Entry, sections: &[Section], at: usize) -> String {
    let section = sections.iter().skip(1).rfind(|section| section.start < at);
    let (page, title) = (entry.page(), escape(&entry.title));
    match section {
        Some(Section { title: within, anchor, .. }) => {
            format!("<a href=\"{page}#{anchor}\">{title} – {}</a>", escape(within))
        }
        None => format!("<a href=\"{page}\">{title}</a>"),
    }
}

/// An example with all that is told of it.
fn entry(example: &Example, shown: &[String]) -> Result<String, String> {
    let name = &example.name;
    let siblings = [("src/main.py", "Python"), ("src/main.go", "Go")];
    let there = siblings.iter().filter(|(file, _)| example.path(file).exists());
    let also = there.map(|(_, language)| *language).collect::<Vec<_>>().join(" and ");
    let also = if also.is_empty() { also } else { format!(" · also in {also}") };
    Ok(format!(
        "### `{name}`\n\n<p class=\"program-entry\">{}<br><code>cargo run -p {name}</code>{also}<br>{}</p>\n\n",
        inline(&says(example)?),
        shown.join(", ")
    ))
}

/// What a program says first of itself.
fn says(example: &Example) -> Result<String, String> {
    let path = example.path("src/main.rs");
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("cannot read {}: {error}", example.shown("src/main.rs")))?;
    let lines = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    Ok(lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}
