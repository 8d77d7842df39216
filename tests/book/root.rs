//! Where things are: the book's root, its chapters, the folder for what tests leave behind.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The book's root, where `book.toml` is.
pub(crate) fn root() -> &'static Path {
    // This package is the folder `tests` of the workspace.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".."))
}

/// A folder under `target/` for one kind of test.
pub(crate) fn scratch(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder)
        .with_context(|| format!("failed to create {}", folder.display()))?;
    Ok(folder)
}

/// A chapter's text, or its fault where it is not text.
pub(crate) fn text(chapter: &Path) -> Result<String> {
    let path = root().join(chapter);
    let bytes = fs::read(&path).with_context(|| format!("failed to read {}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        let upto = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + upto.iter().filter(|&&byte| byte == b'\n').count();
        anyhow::anyhow!("{}:{line}: is not UTF-8; save the file as UTF-8", chapter.display())
    })
}

/// Every Markdown file of the book, seen from the root, in a fixed order.
pub(crate) fn chapters() -> Vec<PathBuf> {
    mdbook_evidence::chapters(root())
}
