//! Links, anchors and images, checked against the pages that were written.
//!
//! Links to other hosts are not followed: a book must build without a network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{Fault, Faults, Source, quiz, summary, table};

/// A link that stands in a file beside a chapter.
pub(crate) struct Link {
    pub(crate) file: PathBuf,
    pub(crate) line: usize,
    pub(crate) target: String,
}

/// Checks every link of every chapter listed in `book/SUMMARY.md` against the rendered `site`.
///
/// # Errors
///
/// Every link that leads nowhere, with chapter and line; or a file that cannot be read.
pub fn check_links(root: &Path, site: &Path) -> Result<()> {
    let mut pages = Pages { site, anchors: BTreeMap::new() };
    let mut faults = Faults::default();
    for entry in summary::entries(root).map_err(anyhow::Error::msg)? {
        let path = entry.path();
        let text = read(&root.join(&path))?;
        let source = Source { path: &path, text: &text };
        for (target, offset) in targets(&text) {
            if let Err(message) = pages.resolve(&path, &target) {
                faults.push(source.fault(offset, message));
            }
        }
        for link in quiz::links(root, &source).into_iter().chain(table::links(root, &source)) {
            if let Err(message) = pages.resolve(&path, &link.target) {
                faults.push(Fault::new(&link.file, link.line, message));
            }
        }
        // What a directive or a term of the glossary has put there stands in no line of the chapter.
        for target in hrefs(&read(&site.join(entry.page()))?) {
            if let Err(message) = pages.resolve(&path, &target)
                && !faults.0.iter().any(|fault| fault.file == path)
            {
                faults.push(Fault::new(&path, 1, format!("in the page of it, {message}")));
            }
        }
    }
    faults.or_else_ok()?;
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))
}

/// Where a chapter's links and images lead, each with its place in the text.
fn targets(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                found.push((dest_url.to_string(), range.start));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                for attribute in ["href=\"", "src=\""] {
                    for (at, _) in html.match_indices(attribute) {
                        let value = &html[at + attribute.len()..];
                        let end = value.find('"').unwrap_or(value.len());
                        found.push((value[..end].to_owned(), range.start + at));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// The links of a rendered page to pages of the book.
fn hrefs(html: &str) -> BTreeSet<String> {
    let values = html.match_indices("<a ").filter_map(|(at, _)| {
        let tag = html[at..].split('>').next()?;
        tag.split_once("href=\"")?.1.split('"').next()
    });
    values
        .filter(|value| value.contains(".html") || value.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// The rendered pages and the places in them that a link can lead to.
struct Pages<'a> {
    site: &'a Path,
    anchors: BTreeMap<PathBuf, BTreeSet<String>>,
}

impl Pages<'_> {
    /// Whether `target`, written in the chapter at `from`, leads somewhere.
    fn resolve(&mut self, from: &Path, target: &str) -> Result<(), String> {
        if target.contains("://") || target.starts_with("mailto:") {
            return Ok(());
        }
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let from = from.strip_prefix("book").unwrap_or(from);
        let to = if file.is_empty() { from.to_path_buf() } else { normal(from, file) };
        // mdBook writes a README as an index, and every chapter as a page.
        let page = match to.file_name().and_then(|name| name.to_str()) {
            Some("README.md") => to.with_file_name("index.html"),
            Some(name) if name.ends_with(".md") => to.with_extension("html"),
            _ => to,
        };
        let path = self.site.join(&page);
        if !path.is_file() {
            return Err(format!("`{target}` leads to {}, which is not there", page.display()));
        }
        if anchor.is_empty() {
            return Ok(());
        }
        let anchors = self.anchors.entry(page).or_insert_with(|| anchors(&path));
        if anchors.contains(anchor) {
            return Ok(());
        }
        Err(format!("`{target}` leads to a page that has no `#{anchor}`"))
    }
}

/// A relative target as a path, beside the file `from`.
pub(crate) fn normal(from: &Path, file: &str) -> PathBuf {
    let mut path = from.with_file_name("");
    for component in Path::new(file).components() {
        match component {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

fn anchors(page: &Path) -> BTreeSet<String> {
    let html = fs::read_to_string(page).unwrap_or_default();
    html.match_indices(" id=\"")
        .filter_map(|(at, id)| html[at + id.len()..].split('"').next())
        .map(str::to_owned)
        .collect()
}
