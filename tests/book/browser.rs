//! The pages in a real browser: weight, requests, what axe-core says of them, and the widgets driven
//! by keyboard.
//!
//! The driver is a Node program beside this folder, because playwright-core and axe-core live
//! there. Where Node, its packages or Chromium are missing the test is ignored with the reason.

use std::process::Command;
use std::time::Duration;

use libtest_mimic::{Completion, Failed, Trial};

use crate::pages::SITE;
use crate::root::root;
use crate::tools;

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name, script| Trial::ignorable_test(name, move || drive(script));
    vec![
        trial("the pages are light, self-contained and accessible", "pages.mjs"),
        trial("the widgets work by keyboard alone", "widgets.mjs"),
    ]
}

/// Runs one of the driver's scripts on the rendered book.
fn drive(script: &str) -> Result<Completion, Failed> {
    let site = SITE.as_ref()?;
    if !tools::there("node", "--version") {
        return tools::missing("node");
    }
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
    let mut node = Command::new("node");
    node.arg(folder.join(script)).arg(site).arg(chromium);
    let outcome = tools::run(&mut node, Duration::from_secs(300))?;
    if outcome.success() {
        return Ok(Completion::Completed);
    }
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Err(format!("it {}\n{}{}", outcome.end, said(&outcome.stdout), said(&outcome.stderr)).into())
}
