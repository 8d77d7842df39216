//! One set of versions: the exercises are a workspace of their own, and build what the book builds.

use std::fs;

use anyhow::{Context, Result};
use libtest_mimic::{Failed, Trial};
use mdbook_evidence::EXERCISES;
use textbook::commands::course::RUSTLINGS;
use toml::{Table, Value};

use crate::root::root;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("exercises ask for the book's versions", || verdict(requirements()?)),
        Trial::test("exercises are locked as the book is", || verdict(locks()?)),
        Trial::test("exercises are checked with the rustlings that is told", || verdict(tool()?)),
    ]
}

fn verdict(broken: Vec<String>) -> Result<(), Failed> {
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("failed to read {path}"))
}

fn table(path: &str) -> Result<Table> {
    toml::from_str(&read(path)?).with_context(|| format!("{path} is no TOML"))
}

fn requirements() -> Result<Vec<String>> {
    let file = format!("{EXERCISES}/Cargo.toml");
    let (book, course) = (table("Cargo.toml")?, table(&file)?);
    let mut broken = Vec::new();
    for part in ["dependencies", "package"] {
        let none = Table::new();
        let shared = book["workspace"].get(part).and_then(Value::as_table).unwrap_or(&none);
        for (name, here) in course.get(part).and_then(Value::as_table).unwrap_or(&none) {
            // What the book's packages do not share: name and description.
            if part == "package" && !shared.contains_key(name) {
                continue;
            }
            let wanted = shared.get(name).cloned().map(seen_from_there);
            if wanted.as_ref() != Some(here) {
                let wanted = wanted.map_or("nothing".to_owned(), |value| value.to_string());
                broken.push(format!("{file} has `{name} = {here}`, the book has {wanted}"));
            }
        }
    }
    Ok(broken)
}

/// A path of the book's, from the folder of the exercises.
fn seen_from_there(mut value: Value) -> Value {
    if let Some(Value::String(path)) = value.get_mut("path") {
        *path = format!("../../{path}");
    }
    value
}

fn locks() -> Result<Vec<String>> {
    let file = format!("{EXERCISES}/Cargo.lock");
    let book = packages("Cargo.lock")?;
    let more = packages(&file)?.into_iter().filter(|package| !book.contains(package));
    Ok(more.map(|package| format!("{file} has {package}, and the book's has not")).collect())
}

/// Name and version of each package from a registry.
fn packages(lock: &str) -> Result<Vec<String>> {
    let table = table(lock)?;
    let packages = table["package"].as_array().cloned().unwrap_or_default();
    let of_others = packages.iter().filter(|package| package.get("source").is_some());
    Ok(of_others.map(|package| format!("{} {}", package["name"], package["version"])).collect())
}

fn tool() -> Result<Vec<String>> {
    let install = format!("cargo install rustlings --locked --version {RUSTLINGS}");
    let missing = !read(".ci/run")?.contains(&install);
    Ok(missing.then(|| format!(".ci/run does not have `{install}`")).into_iter().collect())
}
