//! The exercises, as far as files tell: each bound to its chapter and shown there, with a hint, a
//! solution, and known wrong solutions. What they do when they run, `.ci/run` holds: a reader who works
//! in an exercise breaks no test.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use libtest_mimic::{Failed, Trial};
use mdbook_evidence::{EXERCISES, Exercise, Source, directive};

use crate::root::{chapters, root, text};

/// Exercises of a chapter that has any, and wrong solutions of an exercise, at the least.
const ENOUGH: (usize, usize) = (3, 2);
/// Parts of the book: every chapter in them has exercises. (Of the summary tables some are only looked
/// up.)
const PARTS: [&str; 5] = ["concurrency", "parallelism", "threads", "async", "processes"];

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("every chapter has exercises, in their order", || verdict(order()?)),
        Trial::test("every exercise is shown once, in its chapter", || verdict(shown()?)),
        Trial::test("every exercise has a title, a hint and a solution", || verdict(files()?)),
        Trial::test("every exercise has known wrong solutions", || verdict(wrong()?)),
    ]
}

fn verdict(broken: Vec<String>) -> Result<(), Failed> {
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
}

fn all() -> Result<Vec<Exercise>> {
    Exercise::all(root()).map_err(anyhow::Error::msg)
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("failed to read {path}"))
}

/// The chapters in the order of the summary.
fn summary() -> Result<Vec<String>> {
    let summary = read("book/SUMMARY.md")?;
    let links = summary.split("](").skip(1).filter_map(|link| link.split(')').next());
    Ok(links.map(|link| format!("book/{link}")).collect())
}

/// A chapter's exercises are numbered from one, and stand in the order of the book.
fn order() -> Result<Vec<String>> {
    let (mut broken, mut wanted) = (Vec::new(), Vec::new());
    let all = all()?;
    for chapter in summary()? {
        let own = all.iter().filter(|exercise| exercise.chapter() == Path::new(&chapter)).count();
        let stem = chapter.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        wanted.extend((1..=own).map(|number| format!("{}{number}", stem.replace('-', "_"))));
        let in_a_part = PARTS.iter().any(|part| chapter.starts_with(&format!("book/{part}/")));
        if own < ENOUGH.0 && (own > 0 || in_a_part) {
            broken.push(format!("{chapter} has {own} exercises; write {} or more", ENOUGH.0));
        }
    }
    let names: Vec<_> = all.iter().map(|exercise| exercise.name.clone()).collect();
    if names != wanted {
        broken.push(format!(
            "{EXERCISES}/info.toml lists {}; in the book's order it would be {}",
            names.join(", "),
            wanted.join(", ")
        ));
    }
    Ok(broken)
}

/// That a chapter shows only its own exercises, the build sees to.
fn shown() -> Result<Vec<String>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for chapter in chapters() {
        let text = text(&chapter)?;
        let source = Source { path: &chapter, text: &text };
        for directive in directive::read(&source).iter().filter(|found| found.name == "exercise") {
            *counts.entry(directive.argument.to_owned()).or_default() += 1;
        }
    }
    let all = all()?;
    let times = |exercise: &Exercise| counts.get(&exercise.name).copied().unwrap_or(0);
    let broken = all.iter().filter(|exercise| times(exercise) != 1).map(|exercise| {
        let (chapter, name) = (exercise.chapter(), &exercise.name);
        let times = times(exercise);
        let chapter = chapter.display();
        format!("{chapter} shows {name} {times} times; write {{{{#exercise {name}}}}} once")
    });
    Ok(broken.collect())
}

fn files() -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for exercise in all()? {
        let name = &exercise.name;
        broken.extend(exercise.title(root()).err());
        if exercise.hint.split_whitespace().count() < 10 {
            broken.push(format!("{name} has no hint that is worth opening"));
        }
    }
    Ok(broken)
}

/// A module an exercise, and a test a wrong solution.
fn wrong() -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for exercise in all()? {
        let name = &exercise.name;
        let chapter = name.trim_end_matches(|digit: char| digit.is_ascii_digit());
        let file = format!("{EXERCISES}/src/wrong/{}/{chapter}.rs", exercise.part);
        let text = read(&file)?.replace('\r', "");
        let module = text.split_once(&format!("\nmod {name} {{\n")).map(|(_, rest)| rest);
        let module = module.and_then(|rest| rest.split("\n}\n").next()).unwrap_or_default();
        let count = module.matches("#[test]\n").count();
        if count < ENOUGH.1 || module.matches("caught(").count() < count {
            let least = ENOUGH.1;
            broken.push(format!(
                "{file}: `mod {name}` has {count} wrong solutions that are caught; have {least}"
            ));
        }
    }
    Ok(broken)
}
