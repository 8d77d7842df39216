//! `{{#sources}}`: what stands under *Sources* in the chapters, on one page, each link once.
//!
//! A source that several chapters name stands with the first of them.

use std::collections::BTreeSet;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::links::normal;
use crate::summary::{self, Entry};

/// The page, as Markdown: its headings are in its own table of contents.
pub(crate) fn markdown(root: &Path) -> Result<String, String> {
    let (mut page, mut seen) = (String::new(), BTreeSet::new());
    for entry in summary::entries(root)? {
        let text = entry.text(root);
        let sections = summary::sections(&text);
        let Some(section) = sections.iter().find(|section| section.anchor == "sources") else {
            continue;
        };
        let mut items = String::new();
        for Item { text, links } in read(&text[section.text..section.end]) {
            // One without a link says where something in the chapter is from.
            if links.is_empty() || links.iter().any(|link| !seen.contains(link)) {
                items += &rebased(&entry, &text, &links);
                items.push('\n');
            }
            seen.extend(links);
        }
        if !items.is_empty() {
            let Entry { title, file, .. } = &entry;
            page += &format!("## {title}\n\n{items}\n[To the chapter]({file})\n\n");
        }
    }
    Ok(page.trim_end().to_owned())
}

/// An item of a chapter's list.
struct Item {
    text: String,
    links: Vec<String>,
}

fn read(list: &str) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut depth = 0;
    for (event, range) in Parser::new_ext(list, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Item) if depth == 1 => {
                found.push(Item { text: list[range].trim_end().to_owned(), links: Vec::new() });
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(item) = found.last_mut() {
                    item.links.push(dest_url.to_string());
                }
            }
            _ => {}
        }
    }
    found
}

/// An item with its links to other chapters as they are seen from the folder of the chapters.
fn rebased(entry: &Entry, text: &str, links: &[String]) -> String {
    let inner = links.iter().filter(|link| !link.contains("://"));
    inner.fold(text.to_owned(), |text, link| {
        let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
        let to = if file.is_empty() {
            entry.file.clone()
        } else {
            normal(Path::new(&entry.file), file).to_string_lossy().replace('\\', "/")
        };
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        text.replace(&format!("]({link})"), &format!("]({to}{anchor})"))
    })
}
