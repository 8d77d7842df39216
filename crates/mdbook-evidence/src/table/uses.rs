//! What the tables of a chapter rest on, for the page of claims, the check of links and the tests.

use std::path::{Path, PathBuf};

use super::evidence::target;
use super::{Cell, file};
use crate::links::Link;
use crate::places::Places;
use crate::{Source, directive, summary};

/// The files of tables that a chapter shows.
fn shown_in(source: &Source<'_>) -> Vec<PathBuf> {
    directive::read(source)
        .into_iter()
        .filter(|directive| directive.name == "table" && !directive.in_code)
        .map(|directive| source.path.with_file_name(directive.argument))
        .collect()
}

/// The claims that the tables of a chapter rest on, as `NAME/ID`.
pub(crate) fn claims(root: &Path, source: &Source<'_>) -> Vec<String> {
    let mut found = Vec::new();
    each_cell(root, source, |_, cell| {
        let claim =
            |(written, _): &(String, usize)| Some(written.strip_prefix("claim ")?.to_owned());
        found.extend(cell.evidence.iter().filter_map(claim));
    });
    found
}

/// Where the tables of a chapter lead, for the check of links.
pub(crate) fn links(root: &Path, source: &Source<'_>) -> Vec<Link> {
    let mut found = Vec::new();
    if shown_in(source).is_empty() {
        return found;
    }
    let places = Places::of(root);
    each_cell(root, source, |file, cell| {
        let mut link = |target: String, at: usize| {
            found.push(Link { file: file.path.to_path_buf(), line: file.line(at), target });
        };
        for (text, at) in cell.text.iter().chain(&cell.because) {
            crate::markdown::targets(text).into_iter().for_each(|target| link(target, *at));
        }
        for (written, at) in &cell.evidence {
            if let Some(target) = target(&places, source.path, written) {
                link(format!("{}{target}", summary::up(source.path)), *at);
            }
        }
    });
    found
}

fn each_cell(root: &Path, source: &Source<'_>, mut see: impl FnMut(&Source<'_>, &Cell)) {
    for path in shown_in(source) {
        let text = std::fs::read_to_string(root.join(&path)).unwrap_or_default();
        let file = Source { path: &path, text: &text };
        let (table, _) = file::read(&file);
        table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| see(&file, cell));
    }
}

/// A row of a table, for tests that hold the whole of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its head.
    pub head: String,
    /// The evidence of each of its cells, as written.
    pub evidence: Vec<Vec<String>>,
}

/// The rows of every table that the chapter at `path` shows, seen from the book's root.
#[must_use]
pub fn lines(root: &Path, path: &Path) -> Vec<Line> {
    let text = std::fs::read_to_string(root.join(path)).unwrap_or_default();
    let mut found = Vec::new();
    for path in shown_in(&Source { path, text: &text }) {
        let text = std::fs::read_to_string(root.join(&path)).unwrap_or_default();
        let (table, _) = file::read(&Source { path: &path, text: &text });
        for row in table.rows {
            let written = |cell: Cell| cell.evidence.into_iter().map(|(text, _)| text).collect();
            let evidence = row.cells.into_iter().map(written).collect();
            found.push(Line { head: row.head.0, evidence });
        }
    }
    found
}
