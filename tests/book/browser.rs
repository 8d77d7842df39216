//! The pages in a real browser: weight, requests, what axe-core says of them, and the widgets driven
//! by keyboard.
//!
//! The driver is a Node program beside this folder, because playwright-core and axe-core live
//! there. Where Node, its packages or Chromium are missing the test is ignored with the reason.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::Duration;
use std::{fs, io};

use libtest_mimic::{Completion, Failed, Trial};

use crate::pages::SITE;
use crate::root::{root, scratch};
use crate::tools;

pub(crate) fn trials() -> Vec<Trial> {
    let book = || SITE.clone();
    vec![
        trial("the pages are light, self-contained and accessible", "pages.mjs", book),
        trial("the widgets work by keyboard alone", "widgets.mjs", book),
        trial("search finds terms, programs and claims", "search.mjs", book),
        Trial::ignorable_test("a page computes what a model takes as the program does", || {
            let script = root().join("crates/mdbook-evidence/theme/which-model.js");
            let golden = root().join("examples/tables/which-model/golden.json");
            node(
                Command::new("node")
                    .arg(root().join("tests/browser/models.mjs"))
                    .args([script, golden]),
            )
        }),
        trial("a page with every widget is accessible", "pages.mjs", || WIDGETS.clone()),
        Trial::ignorable_test("the served book runs what it shows", || {
            let program = tools::built("textbook")?;
            drive("run.mjs", &program)
        }),
        trial("schedules and questions work by keyboard alone", "scheduler.mjs", || {
            WIDGETS.clone()
        }),
    ]
}

fn trial(name: &str, script: &'static str, site: fn() -> Result<PathBuf, String>) -> Trial {
    Trial::ignorable_test(name, move || drive(script, &site()?))
}

/// A small book with every widget, built with the real theme: what is tried there does not wait for
/// a chapter that has it.
static WIDGETS: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
    let build = || -> anyhow::Result<PathBuf> {
        let book = scratch("widgets")?;
        // What was taken out of the fixture must not be left over.
        fs::remove_dir_all(&book)?;
        copy(&root().join("tests/browser/fixture"), &book)?;
        for part in ["book.toml", "crates/mdbook-evidence/theme", "crates/timeline/src/draw"] {
            copy(&root().join(part), &book.join(part))?;
        }
        let site = book.join("site");
        textbook::commands::build::build(&book, &site)?;
        Ok(site)
    };
    build().map_err(|error| format!("{error:?}"))
});

/// Copies a file, or a folder with all in it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Runs one of the driver's scripts on a rendered book, or on the program that serves one.
fn drive(script: &str, site: &Path) -> Result<Completion, Failed> {
    let folder = root().join("tests/browser");
    if !folder.join("node_modules").is_dir() {
        return tools::missing("playwright-core and axe-core (`npm ci --prefix tests/browser`)");
    }
    let Some(chromium) = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| tools::there(name, "--version"))
    else {
        return tools::missing("chromium");
    };
    node(Command::new("node").arg(folder.join(script)).arg(site).arg(chromium))
}

/// Runs a script to a good end.
fn node(command: &mut Command) -> Result<Completion, Failed> {
    if !tools::there("node", "--version") {
        return tools::missing("node");
    }
    // A minute where nothing else runs, and several beside the other tests.
    let outcome = tools::run(command, Duration::from_secs(900))?;
    if outcome.success() {
        return Ok(Completion::Completed);
    }
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Err(format!("it {}\n{}{}", outcome.end, said(&outcome.stdout), said(&outcome.stderr)).into())
}
