//! `build`: writes the static site. Built aside and swapped in, so that a faulty book leaves the
//! old site as it was and nobody ever finds half a one.

use crate::book::{self, Machines, Rendered, Search};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What to type when a destination is refused.
const ADVICE: &str = "choose a folder of its own: cargo run -- build --dest target/book";

/// What `build` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// The folder to write [default: target/book in the book's root]. Where it exists, it must
    /// be empty or hold an earlier build, which is replaced.
    #[arg(long, value_name = "DIR")]
    pub dest: Option<PathBuf>,
}

/// Builds the book that the current folder belongs to, and says where it is.
///
/// # Errors
///
/// What [`build`] says, or that there is no book here.
pub fn run(options: &Options) -> Result<()> {
    let root = book::find_root()?;
    let dest = options.dest.clone().unwrap_or_else(|| root.join("target/book"));
    let start = Instant::now();
    eprintln!("Building the book …");
    build(&root, &dest)?;
    eprintln!("Built in {:.2} s. Open it from here, or copy the folder to any web host:", {
        start.elapsed().as_secs_f64()
    });
    println!("{}", dest.join("index.html").display());
    Ok(())
}

/// Renders the book in `root` beside `dest`, then puts it in the place of `dest`.
///
/// # Errors
///
/// All faults of the book, or what the file system refused. In either case `dest` stays what it
/// was.
pub fn build(root: &Path, dest: &Path) -> Result<()> {
    // Absolute, for a bare `--dest site` has no parent to build beside.
    let dest = std::path::absolute(dest)
        .with_context(|| format!("failed to make {} an absolute path", dest.display()))?;
    let (Some(parent), Some(_)) = (dest.parent(), dest.file_name()) else {
        bail!("{} has no name that could be given to another folder; {ADVICE}", dest.display());
    };
    refuse_to_destroy(root, &dest)?;
    // Beside, and not in the system's temporary folder: a rename cannot leave its file system.
    swap(book::render(root, parent, Search::Indexed, Machines::Book)?, &dest)
}

/// Replacing a folder deletes what it holds, so it must be empty or the work of an earlier build.
fn refuse_to_destroy(root: &Path, dest: &Path) -> Result<()> {
    if !dest.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(dest)
        .with_context(|| format!("failed to read {} as a folder; {ADVICE}", dest.display()))?;
    // These two names together are mdBook's; a folder of anybody's files does not have both.
    let ours = ["index.html", "toc.html"].iter().all(|name| dest.join(name).is_file());
    let holds_the_book = match (root.canonicalize(), dest.canonicalize()) {
        (Ok(root), Ok(dest)) => root.starts_with(dest),
        _ => true,
    };
    if holds_the_book || (!ours && entries.next().is_some()) {
        bail!("{} holds files that no build wrote; {ADVICE}", dest.display());
    }
    Ok(())
}

/// Two renames: the old site out of the way, the new one in. Should the second fail, the old one
/// goes back. (One atomic exchange exists on Linux alone, and only through unsafe code.)
fn swap(new: Rendered, dest: &Path) -> Result<()> {
    let spare = new.spare();
    let replaced = dest.exists();
    if replaced {
        fs::rename(dest, &spare)
            .with_context(|| format!("failed to move the old site {} aside", dest.display()))?;
    }
    if let Err(error) = fs::rename(new.site(), dest) {
        if replaced && fs::rename(&spare, dest).is_err() {
            new.keep();
            bail!(
                "failed to put the new site at {0} ({error}); move the old one back: mv {1} {0}",
                dest.display(),
                spare.display()
            );
        }
        return Err(error)
            .with_context(|| format!("failed to put the new site at {}", dest.display()));
    }
    Ok(())
}
