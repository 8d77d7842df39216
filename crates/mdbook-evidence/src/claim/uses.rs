//! Where chapters use claims.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Example, Source, directive};

/// A place where a chapter uses a claim.
pub(crate) struct Use {
    /// `NAME/ID`.
    pub(crate) claim: String,
    /// The page, seen from the folder of the chapters.
    pub(crate) page: String,
    /// The chapter's title.
    pub(crate) title: String,
}

/// Every use of a claim in the chapters below `folder`.
pub(crate) fn uses(folder: &Path) -> Vec<Use> {
    let mut found = Vec::new();
    for path in markdown(folder) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let seen = path.strip_prefix(folder).unwrap_or(&path);
        let page = seen.with_extension("html").to_string_lossy().replace('\\', "/");
        let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(&page);
        for directive in directive::read(&Source { path: seen, text: &text }) {
            if directive.name == "claim" {
                let (claim, page) = (directive.argument.to_owned(), page.clone());
                found.push(Use { claim, page, title: title.to_owned() });
            }
        }
    }
    found.sort_by(|a, b| (&a.claim, &a.page).cmp(&(&b.claim, &b.page)));
    found.dedup_by(|a, b| a.claim == b.claim && a.page == b.page);
    found
}

/// The Markdown files below a folder, in a fixed order.
fn markdown(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(markdown(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The claims that no chapter uses, as `NAME/ID`, each with its file.
///
/// # Errors
///
/// A `claims.toml` that cannot be read.
pub fn unused_claims(root: &Path) -> Result<Vec<String>, String> {
    let uses = uses(&root.join("book"));
    let mut unused = Vec::new();
    for example in Example::all(root) {
        let path = example.path("claims.toml");
        if !path.exists() {
            continue;
        }
        let file = example.shown("claims.toml");
        for claim in super::told::read(&example)? {
            let name = format!("{}/{}", example.name, claim.id);
            if !uses.iter().any(|used| used.claim == name) {
                unused.push(format!("{file}:{}: no chapter uses the claim `{name}`", claim.line));
            }
        }
    }
    Ok(unused)
}
