//! The rendered pages: the book builds, its links lead somewhere, it asks nothing of other hosts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::Result;
use libtest_mimic::{Failed, Trial};
use mdbook_driver::config::Config;

use crate::root::{root, scratch};
use crate::tools::built;

/// The book, built once for all tests that look at its pages; the words of the fault where it
/// cannot be built.
pub(crate) static SITE: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
    let site = scratch("site").map_err(|error| format!("{error:?}"))?.join("book");
    textbook::commands::build::build(root(), &site).map_err(|error| format!("{error:?}"))?;
    Ok(site)
});

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("the book builds and its links lead somewhere", builds),
        Trial::test("no page asks anything of another host on load", no_other_host),
        Trial::test("a plain mdbook build gives the same pages", plain),
    ]
}

fn builds() -> Result<(), Failed> {
    SITE.as_ref().map(|_| ()).map_err(Into::into)
}

/// mdBook with the preprocessor started as a command. The one that `book.toml` names is `cargo run`
/// of the same program; here it is built first, with the compiler the tests must not replace.
fn plain() -> Result<(), Failed> {
    let site = SITE.as_ref()?;
    let folder = scratch("plain")?;
    let mut config = Config::from_disk(root().join("book.toml"))?;
    let command = built("mdbook-evidence")?.display().to_string();
    config.set("preprocessor.evidence.command", command)?;
    config.build.build_dir.clone_from(&folder);
    mdbook_driver::MDBook::load_with_config(root(), config)?.build()?;
    for path in files(site)? {
        let name = path.strip_prefix(site)?;
        if fs::read(&path)? != fs::read(folder.join(name)).unwrap_or_default() {
            return Err(format!("{} is not the same", name.display()).into());
        }
    }
    Ok(())
}

/// What a browser loads by itself stands in these attributes, and in `url(…)` of a style sheet.
const LOADED: [&str; 4] = ["src=\"", "srcset=\"", "data=\"", "poster=\""];

fn no_other_host() -> Result<(), Failed> {
    let site = SITE.as_ref()?;
    let mut asked = Vec::new();
    for path in files(site)? {
        let name = path.strip_prefix(site).unwrap_or(&path).display().to_string();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => {
                for attribute in LOADED {
                    for (at, _) in text.match_indices(attribute) {
                        report(&text[at + attribute.len()..], &name, &mut asked);
                    }
                }
                for (at, tag) in text.match_indices("<link ") {
                    let tag = &text[at + tag.len()..];
                    let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
                    if let Some(href) = tag.find("href=\"") {
                        report(&tag[href + 6..], &name, &mut asked);
                    }
                }
            }
            Some("css") => {
                for (at, url) in text.match_indices("url(") {
                    report(
                        text[at + url.len()..].trim_start_matches(['"', '\'']),
                        &name,
                        &mut asked,
                    );
                }
            }
            _ => {}
        }
    }
    if asked.is_empty() { Ok(()) } else { Err(asked.join("\n").into()) }
}

fn report(value: &str, page: &str, asked: &mut Vec<String>) {
    if ["http:", "https:", "//"].iter().any(|start| value.starts_with(start)) {
        let end = value.find(['"', '\'', ')']).unwrap_or(value.len());
        asked.push(format!("{page} loads {}", &value[..end]));
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
