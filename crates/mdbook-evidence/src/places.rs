//! Where in the book something stands: the chapters that show an example, the sections, the
//! questions. Evidence that a table names is a link to there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::links::normal;
use crate::{Source, block, chapters, directive, quiz, summary};

/// Everything that can be pointed at.
pub(crate) struct Places {
    /// By directive and example, and by `include` and example: the page, with the anchor.
    shown: BTreeMap<(String, String), String>,
    /// By chapter, seen from the book's root.
    sections: BTreeMap<PathBuf, Vec<Section>>,
    /// By id: the page with the anchor.
    questions: BTreeMap<String, String>,
}

/// From a heading of a chapter to the next one.
struct Section {
    anchor: String,
    title: String,
    /// Whether there is a block of Rust in it.
    has_block: bool,
}

/// A section, found.
pub(crate) struct Place {
    /// The page, with the anchor.
    pub(crate) target: String,
    pub(crate) title: String,
    pub(crate) has_block: bool,
}

impl Places {
    /// Goes through the chapters of the book at `root`.
    pub(crate) fn of(root: &Path) -> Places {
        let (mut shown, mut found) = (BTreeMap::new(), BTreeMap::new());
        for path in chapters(root) {
            let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
            let source = Source { path: &path, text: &text };
            for directive in directive::read(&source) {
                let first = directive.argument.split([' ', '\n', ':']).next().unwrap_or_default();
                let (name, anchor) = match directive.name {
                    // `../../examples/part/NAME/src/main.rs`.
                    "include" => (first.split('/').nth(4).unwrap_or_default(), String::new()),
                    kind => (first, format!("#{kind}-{first}")),
                };
                let key = (directive.name.to_owned(), name.to_owned());
                shown.entry(key).or_insert_with(|| page(&path) + &anchor);
            }
            found.insert(path.clone(), sections(&source));
        }
        let mut questions = BTreeMap::new();
        for asked in quiz::asked(root) {
            for question in quiz::questions(root, &asked.file) {
                let target = format!("{}#q-{}", page(&asked.chapter), question.id);
                questions.insert(question.id, target);
            }
        }
        Places { shown, sections: found, questions }
    }

    /// Where the example `name` is shown, by the first of these directives that shows it.
    pub(crate) fn example(&self, kinds: &[&str], name: &str) -> Option<&str> {
        let shown = |kind: &&str| self.shown.get(&((*kind).to_owned(), name.to_owned()));
        kinds.iter().find_map(shown).map(String::as_str)
    }

    /// Where the question `id` is asked.
    pub(crate) fn question(&self, id: &str) -> Option<&str> {
        self.questions.get(id).map(String::as_str)
    }

    /// The section that `target` leads to, seen from the chapter at `from`.
    pub(crate) fn section(&self, from: &Path, target: &str) -> Result<Place, String> {
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let path = if file.is_empty() { from.to_path_buf() } else { normal(from, file) };
        let sections = self
            .sections
            .get(&path)
            .ok_or_else(|| format!("`{target}` leads to no chapter; mend the path"))?;
        let wanted = |section: &&Section| anchor.is_empty() || section.anchor == anchor;
        let section = sections.iter().find(wanted).ok_or_else(|| {
            let known: Vec<_> = sections.iter().map(|section| section.anchor.as_str()).collect();
            format!("`{file}` has no section `#{anchor}`; it has {}", known.join(", "))
        })?;
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        let (title, has_block) = (section.title.clone(), section.has_block);
        Ok(Place { target: page(&path) + &anchor, title, has_block })
    }
}

/// The page of a chapter, seen from the folder of all pages.
fn page(chapter: &Path) -> String {
    summary::page(&summary::file(chapter))
}

fn sections(source: &Source<'_>) -> Vec<Section> {
    let blocks: Vec<_> =
        block::read(source).iter().filter(|b| b.info.language == "rust").map(|b| b.line).collect();
    let section = |section: summary::Section| {
        let lines = source.line(section.start)..=source.line(section.end);
        let has_block = blocks.iter().any(|line| lines.contains(line));
        Section { anchor: section.anchor, title: section.title, has_block }
    };
    summary::sections(source.text).into_iter().map(section).collect()
}
