//! `book/SUMMARY.md`: the chapters in the order of the book, and the sections of each.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A chapter as the summary lists it.
pub(crate) struct Entry {
    pub(crate) title: String,
    /// Its file, seen from the folder of the chapters: `concurrency/kitchen.md`.
    pub(crate) file: String,
    /// The part that it belongs to; what stands before and after the parts belongs to none.
    pub(crate) part: Option<String>,
}

impl Entry {
    /// Its file, seen from the book's root.
    pub(crate) fn path(&self) -> PathBuf {
        Path::new("book").join(&self.file)
    }

    /// Its page, seen from the folder of the chapters.
    pub(crate) fn page(&self) -> String {
        page(&self.file)
    }

    /// Its text; a chapter that cannot be read is mdBook's to report.
    pub(crate) fn text(&self, root: &Path) -> String {
        fs::read_to_string(root.join(self.path())).unwrap_or_default()
    }
}

/// The page of a chapter's file.
pub(crate) fn page(file: &str) -> String {
    file.replace(".md", ".html")
}

/// The way from the page of the chapter at `from` up to the folder of all pages.
pub(crate) fn up(from: &Path) -> String {
    "../".repeat(from.components().count().saturating_sub(2))
}

/// A chapter's file, seen from the folder of the chapters.
pub(crate) fn file(path: &Path) -> String {
    path.strip_prefix("book").unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The chapters of the book at `root`, in order.
pub(crate) fn entries(root: &Path) -> Result<Vec<Entry>, String> {
    let summary = fs::read_to_string(root.join("book/SUMMARY.md"))
        .map_err(|error| format!("cannot read book/SUMMARY.md: {error}"))?;
    let (mut found, mut open, mut part) = (Vec::new(), None::<Entry>, None::<String>);
    let mut heading = None::<String>;
    for event in Parser::new(&summary) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                heading = Some(String::new());
            }
            // The first heading is the summary's own; nothing is listed below it but the front.
            Event::End(TagEnd::Heading(_)) => {
                part = heading.take().filter(|title| title != "Summary");
            }
            Event::Rule => part = None,
            Event::Start(Tag::Link { dest_url, .. }) => {
                let (title, file) = (String::new(), dest_url.to_string());
                open = Some(Entry { title, file, part: part.clone() });
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(entry) = &mut open {
                    entry.title.push_str(&text);
                } else if let Some(title) = &mut heading {
                    title.push_str(&text);
                }
            }
            Event::End(TagEnd::Link) => found.extend(open.take()),
            _ => {}
        }
    }
    Ok(found)
}

/// A heading and what stands below it, up to the next heading of any level.
pub(crate) struct Section {
    pub(crate) level: HeadingLevel,
    pub(crate) title: String,
    /// What a link leads to: mdBook makes it of the heading, unless the heading says it.
    pub(crate) anchor: String,
    /// Where the heading begins.
    pub(crate) start: usize,
    /// Where the heading has ended.
    pub(crate) text: usize,
    /// Where the next one begins.
    pub(crate) end: usize,
}

/// The sections of a chapter, in order.
pub(crate) fn sections(text: &str) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    let mut open = false;
    for (event, range) in Parser::new_ext(text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                if let Some(last) = found.last_mut() {
                    last.end = range.start;
                }
                let anchor = id.map(|id| id.to_string()).unwrap_or_default();
                let (title, start) = (String::new(), range.start);
                let (text, end) = (range.end, text.len());
                found.push(Section { level, title, anchor, start, text, end });
                open = true;
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Text(words) | Event::Code(words) if open => {
                found.last_mut().expect("a heading is open").title.push_str(&words);
            }
            _ => {}
        }
    }
    for section in found.iter_mut().filter(|section| section.anchor.is_empty()) {
        section.anchor = anchor(&section.title);
    }
    found
}

/// The anchor that mdBook gives a heading.
fn anchor(title: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let letter = |c: char| if c.is_whitespace() { Some('-') } else { Some(c).filter(|&c| kept(c)) };
    title.trim().to_lowercase().chars().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_has_the_anchor_that_mdbook_gives_it() {
        let text = "# A b\n\n## What’s `C` – on-time?\n\nText.\n\n## P {#mean}\n";
        let found = sections(text);
        let anchors: Vec<_> = found.iter().map(|section| &*section.anchor).collect();
        assert_eq!(anchors, ["a-b", "whats-c--on-time", "mean"]);
        assert_eq!(text[found[1].text..found[1].end].trim(), "Text.");
    }
}
