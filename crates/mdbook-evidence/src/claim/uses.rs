//! Where chapters use claims.

use std::fs;
use std::path::Path;

use crate::{Example, Source, chapters, directive, table};

/// A place where a chapter uses a claim.
pub(crate) struct Use {
    /// `NAME/ID`.
    pub(crate) claim: String,
    /// The page, seen from the folder of the chapters.
    pub(crate) page: String,
    /// The chapter's title.
    pub(crate) title: String,
}

/// Every use of a claim in the chapters of the book at `root`.
pub(crate) fn uses(root: &Path) -> Vec<Use> {
    let mut found = Vec::new();
    for path in chapters(root) {
        let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
        let seen = path.strip_prefix("book").unwrap_or(&path);
        let page = seen.with_extension("html").to_string_lossy().replace('\\', "/");
        let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(&page);
        let source = Source { path: &path, text: &text };
        let directives = directive::read(&source).into_iter();
        let figures = directives.filter(|directive| directive.name == "claim");
        let figures = figures.map(|directive| directive.argument.to_owned());
        for claim in figures.chain(table::claims(root, &source)) {
            found.push(Use { claim, page: page.clone(), title: title.to_owned() });
        }
    }
    found.sort_by(|a, b| (&a.claim, &a.page).cmp(&(&b.claim, &b.page)));
    found.dedup_by(|a, b| a.claim == b.claim && a.page == b.page);
    found
}

/// The claims that no chapter uses, as `NAME/ID`, each with its file.
///
/// # Errors
///
/// A `claims.toml` that cannot be read.
pub fn unused_claims(root: &Path) -> Result<Vec<String>, String> {
    let uses = uses(root);
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
