//! The book on disk: where it is, whether it can be read, and how it becomes pages.
//!
//! Every build goes through [`render`], for the static site and for the served one alike, so a
//! fault that stops the one stops the other.

use crate::faults::{self, Faults};
use crate::summary;
use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use mdbook_evidence::Evidence;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Whether a build makes the search index, which takes longer than all pages together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// The pages find everything.
    Indexed,
    /// The search box is there and finds nothing: the caller brings an index from before.
    Empty,
}

/// Whose measurements the pages show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machines {
    /// The book's own: the pages may go anywhere.
    Book,
    /// The reader's beside them, where this machine has measured: the pages stay on it.
    Yours,
}

/// A rendered book in a folder of its own, which goes when this value goes.
#[derive(Debug)]
pub struct Rendered {
    folder: TempDir,
    site: PathBuf,
}

impl Rendered {
    /// The folder to serve or to rename. One level down, because the outer folder is readable by
    /// this user alone, which a web host would not thank us for.
    #[must_use]
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// A free name on the same file system.
    pub(crate) fn spare(&self) -> PathBuf {
        self.folder.path().join("spare")
    }

    /// Leaves the folder on disk, for what is in it is the only copy.
    pub(crate) fn keep(self) {
        let _path = self.folder.keep();
    }
}

/// The root of the book: the nearest folder, from the current one upwards, with a `book.toml`;
/// else the workspace this program was compiled in.
///
/// # Errors
///
/// There is no `book.toml` in any of these.
pub fn find_root() -> Result<PathBuf> {
    let here = env::current_dir().context("failed to find the current folder")?;
    let compiled_in = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    find_root_from(&here, compiled_in)
}

/// [`find_root`] with its two starting points given.
fn find_root_from(here: &Path, otherwise: Option<&Path>) -> Result<PathBuf> {
    let mut candidates = here.ancestors().chain(otherwise);
    match candidates.find(|folder| folder.join("book.toml").is_file()) {
        Some(root) => Ok(root.to_owned()),
        None => bail!(
            "found no book.toml in {} or above it; change to the book's folder and type: cargo run",
            here.display()
        ),
    }
}

/// Renders the book in `root` into a new folder inside `beside`, and checks every link of it.
///
/// # Errors
///
/// [`Faults`], all that one pass can find; or what the file system refused.
pub fn render(root: &Path, beside: &Path, search: Search, machines: Machines) -> Result<Rendered> {
    fs::create_dir_all(beside).with_context(|| format!("failed to create {}", beside.display()))?;
    // Hidden, so that it does not look like something to keep if a kill leaves it behind.
    let folder = tempfile::Builder::new()
        .prefix(".textbook-")
        .tempdir_in(beside)
        .with_context(|| format!("failed to create a folder in {}", beside.display()))?;

    let config = load_config(root)?;
    let source = root.join(&config.book.src);
    Faults::none_or(summary::check(root, &source))?;

    let (outcome, logged) = faults::capture(|| {
        catch_panic(|| run_mdbook(root, config, folder.path(), search, machines))
    });
    // A book that could not be rendered has no pages whose links could be checked.
    let checked = outcome.and_then(|site| {
        mdbook_evidence::check_links(root, &site)?;
        Ok(site)
    });
    let logged = faults::place(root, &source, logged);
    let site = match checked {
        Ok(site) => {
            Faults::none_or(logged)?;
            site
        }
        Err(error) => {
            // One line a fault, as the preprocessor reports them.
            let mut found: Vec<String> = format!("{error:#}").lines().map(str::to_owned).collect();
            found.extend(logged);
            return Err(Faults(found).into());
        }
    };
    Ok(Rendered { folder, site })
}

fn load_config(root: &Path) -> Result<Config> {
    let file = root.join("book.toml");
    let mut config =
        Config::from_disk(&file).with_context(|| format!("failed to load {}", file.display()))?;
    config.update_from_env().context("failed to use the MDBOOK_… environment variables")?;
    Ok(config)
}

/// mdBook panics where it finds itself in a state it thought impossible. That must cost one
/// build, not the server that a writer has had open all day.
fn catch_panic<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    // Whatever the work had half done is dropped here, so nobody sees it broken.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        bail!("mdBook panicked, with the message above; undo the last change to the chapters")
    })
}

/// The part that mdBook does. It wipes its destination first, hence a folder of ours.
fn run_mdbook(
    root: &Path,
    mut config: Config,
    folder: &Path,
    search: Search,
    machines: Machines,
) -> Result<PathBuf> {
    config.build.build_dir = folder.join("site");
    if search == Search::Empty {
        // Not `search.enable = false`, which would take the search box from the pages too. The
        // empty path is a prefix of every chapter's, so this leaves each of them out of the index.
        let nothing = BTreeMap::from([("", BTreeMap::from([("enable", false)]))]);
        config.set("output.html.search.chapter", nothing)?;
    }
    let mut book = MDBook::load_with_config(root, config)?;
    // The same name replaces the `command` in book.toml: nothing is compiled or spawned.
    book.with_preprocessor(Evidence::new(root).with_yours(machines == Machines::Yours));
    book.build()?;
    Ok(book.build_dir_for("html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_from_below_and_a_missing_one_is_explained() {
        let book = tempfile::tempdir().expect("a folder");
        let below = book.path().join("book/kitchen");
        fs::create_dir_all(&below).expect("created");
        let missing = find_root_from(&below, None).expect_err("no book.toml yet").to_string();
        assert!(missing.contains("no book.toml") && missing.ends_with("cargo run"), "{missing}");

        fs::write(book.path().join("book.toml"), "").expect("written");
        assert_eq!(find_root_from(&below, None).expect("found"), book.path());
        let elsewhere = tempfile::tempdir().expect("a folder");
        let found = find_root_from(elsewhere.path(), Some(book.path())).expect("found");
        assert_eq!(found, book.path());
    }

    #[test]
    fn a_panic_is_an_error_like_any_other() {
        let error = catch_panic::<()>(|| panic!("impossible")).expect_err("it panicked");
        assert!(error.to_string().contains("mdBook panicked"), "{error}");
        assert_eq!(catch_panic(|| Ok(7)).expect("no panic"), 7);
    }
}
