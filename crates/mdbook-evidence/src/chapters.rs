//! Which chapters there are.

use std::fs;
use std::path::{Path, PathBuf};

/// Every Markdown file of the book at `root`, seen from there, in a fixed order. A folder that
/// cannot be read is mdBook's to report.
#[must_use]
pub fn chapters(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root.join("book"), &mut found);
    found.sort();
    let seen = |path: PathBuf| path.strip_prefix(root).map(Path::to_path_buf).unwrap_or(path);
    found.into_iter().map(seen).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}
