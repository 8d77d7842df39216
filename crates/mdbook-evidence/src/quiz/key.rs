//! Questions with their keys: what follows from examples is taken from there.

use sha2::{Digest, Sha256};

use super::question::{Choice, Kind, Question};
use crate::example::Examples;
use crate::html::escape;
use crate::schedules::{Schedules, counted};
use crate::{Faults, Source, include};

/// A question and all that its page shows.
pub(super) struct Keyed {
    pub(super) question: Question,
    /// The lines of an example below the prompt, with its name.
    pub(super) program: Option<(String, String)>,
    pub(super) key: Key,
}

/// What is right.
pub(super) enum Key {
    /// Options in the order of the page, and how they are answered: `one`, `several`, `outcomes`.
    Options { options: Vec<Shown>, way: &'static str },
    /// Any of these; some wrong ones are foreseen.
    Text { answers: Vec<String>, foreseen: Vec<Choice> },
    /// These lines.
    Lines(String),
}

/// An option of the page.
pub(super) struct Shown {
    pub(super) choice: Choice,
    /// For an outcome: how many schedules end so, as HTML, with one that does.
    pub(super) proof: Option<String>,
    /// For an outcome that can come out: the example that can play it.
    pub(super) play: Option<String>,
}

pub(super) fn all(
    examples: &Examples,
    quiz: &Source<'_>,
    questions: Vec<Question>,
    faults: &mut Faults,
) -> Vec<Keyed> {
    let mut keyed = Vec::new();
    for question in questions {
        let key = key(examples, &question);
        let named = question.program.clone().or_else(|| match &question.kind {
            Kind::Tracing { output, at } => Some((output.clone(), *at)),
            _ => None,
        });
        let program = named.map(|(name, at)| program(examples, &name).map_err(|fault| (at, fault)));
        match (key, program.transpose()) {
            (Ok(key), Ok(program)) => keyed.push(Keyed { question, program, key }),
            (key, program) => {
                let mut found: Vec<_> = key.err().into_iter().chain(program.err()).collect();
                found.dedup();
                for (at, message) in found {
                    faults.push(quiz.fault(at, message));
                }
            }
        }
    }
    keyed
}

fn key(examples: &Examples, question: &Question) -> Result<Key, (usize, String)> {
    match &question.kind {
        Kind::Choice { options, several } => {
            let mut options: Vec<_> = options
                .iter()
                .map(|choice| Shown { choice: choice.clone(), proof: None, play: None })
                .collect();
            options.sort_by_key(|shown| shuffled(&question.id, &shown.choice.text));
            Ok(Key::Options { options, way: if *several { "several" } else { "one" } })
        }
        Kind::Short { answers, foreseen } => {
            Ok(Key::Text { answers: answers.clone(), foreseen: foreseen.clone() })
        }
        Kind::Tracing { output, at } => {
            printed(examples, output).map(Key::Lines).map_err(|fault| (*at, fault))
        }
        Kind::Outcomes { schedules, at, candidates, candidates_at } => {
            let found =
                examples.get(schedules).and_then(Schedules::of).map_err(|fault| (*at, fault))?;
            if found.stopped.is_some() {
                let message = format!(
                    "the search of `{schedules}` stopped at its limit: it proves nothing impossible"
                );
                return Err((*at, message));
            }
            let options: Vec<_> = candidates
                .iter()
                .map(|text| outcome(schedules, &found, text, *candidates_at))
                .collect();
            for (right, missing) in [(true, "can come out"), (false, "cannot come out")] {
                if !options.iter().any(|shown| shown.choice.right == right) {
                    return Err((
                        *candidates_at,
                        format!("none of the candidates {missing} of `{schedules}`"),
                    ));
                }
            }
            Ok(Key::Options { options, way: "outcomes" })
        }
    }
}

/// A candidate, with what the search says of it.
fn outcome(name: &str, found: &Schedules, text: &str, at: usize) -> Shown {
    let outcomes = found.outcomes_of(text);
    let mut proof = format!("{} end so.", counted(found, &outcomes));
    if let Some(first) = outcomes.first() {
        let strip = escape(&found.strip(first));
        proof += &format!(" One of them:<pre class=\"strip\">{strip}</pre>");
    }
    let play = (!outcomes.is_empty() && found.graph.is_some()).then(|| name.to_owned());
    let right = !outcomes.is_empty();
    let choice = Choice { text: format!("`{text}`"), right, why: None, see: None, at };
    Shown { choice, proof: Some(proof), play }
}

/// What an example prints, where that is the same in every run.
fn printed(examples: &Examples, name: &str) -> Result<String, String> {
    let example = examples.get(name)?;
    if example.varies()? {
        return Err(format!(
            "what `{name}` prints may vary, so it is no key; ask for its outcomes"
        ));
    }
    example.expected()
}

/// The lines of an example that `NAME` or `NAME:ANCHOR` means, and the example's name.
fn program(examples: &Examples, named: &str) -> Result<(String, String), String> {
    let (name, anchor) = named.split_once(':').unwrap_or((named, ""));
    let example = examples.get(name)?;
    if anchor.is_empty() {
        let text = example.read("src/main.rs")?;
        let lines: Vec<_> = text.lines().filter(|line| !line.contains("ANCHOR")).collect();
        return Ok((name.to_owned(), lines.join("\n")));
    }
    let files = ["src/main.rs", "src/lib.rs"].iter().filter_map(|file| example.read(file).ok());
    let lines = files.into_iter().find_map(|text| include::anchored(&text, anchor));
    let lines = lines.ok_or_else(|| format!("`{name}` has no lines between anchors `{anchor}`"))?;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let full = lines.lines().filter(|line| !line.trim().is_empty());
    let common = full.map(indent).min().unwrap_or(0);
    let moved: Vec<_> = lines.lines().map(|line| line.get(common..).unwrap_or_default()).collect();
    Ok((name.to_owned(), moved.join("\n")))
}

/// A place among the options that follows from the question, so that the answer is not always first
/// and stands in the same place at each build.
fn shuffled(id: &str, text: &str) -> Vec<u8> {
    Sha256::new().chain_update(id).chain_update([0]).chain_update(text).finalize().to_vec()
}
