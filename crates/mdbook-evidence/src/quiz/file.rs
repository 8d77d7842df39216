//! From the text of a file to its questions, and to all that is wrong with it.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::kinds::{TYPES, choice, outcomes, short, tracing};
use super::question::Question;
use crate::fields::{Fields, Report, Value};
use crate::{Faults, Source};

/// The questions that could be read, and the faults.
pub(super) fn read(quiz: &Source<'_>) -> (Vec<Question>, Faults) {
    let mut report = Report { source: quiz, faults: Faults::default() };
    let questions = match DeTable::parse(quiz.text) {
        Ok(table) => questions(Fields::of(table.get_ref(), 0), &mut report),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start.min(quiz.text.len()));
            report.push(at, error.message().trim_end());
            Vec::new()
        }
    };
    (questions, report.faults)
}

fn questions(file: Fields<'_, '_>, report: &mut Report<'_>) -> Vec<Question> {
    file.known(&["questions"], report);
    let tables = file.list("questions", false, report);
    if tables.is_empty() && report.faults.0.is_empty() {
        report.push(0, "there is no question; begin one with `[[questions]]`");
    }
    let read: Vec<_> = tables.into_iter().filter_map(|table| question(table, report)).collect();
    let mut ids = BTreeMap::new();
    for question in &read {
        if let Some(first) = ids.insert(&question.id, question.at) {
            let line = report.source.line(first);
            report.push(question.at, format!("the id `{}` is taken by line {line}", question.id));
        }
    }
    read
}

fn question(table: &Value<'_>, report: &mut Report<'_>) -> Option<Question> {
    let known = [
        "id",
        "type",
        "prompt",
        "answer",
        "context",
        "program",
        "schedules",
        "candidates",
        "output",
    ];
    let fields = Fields::new(table, &known, report)?;
    let id = fields.required("id", report);
    if let Some((id, at)) = &id {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        if !id.split('-').all(|word| !word.is_empty() && word.chars().all(fits)) {
            report.push(*at, format!("the id `{id}` is not in kebab-case: `two-knives`"));
        }
    }
    let prompt = match fields.get("prompt") {
        Some(value) => Fields::new(value, &["prompt", "distractors"], report),
        None => {
            report.push(fields.at, "`prompt.prompt` is missing");
            None
        }
    };
    let asked = prompt.and_then(|prompt| {
        prompt.markdown("prompt", report).or_else(|| {
            if prompt.get("prompt").is_none() {
                report.push(prompt.at, "`prompt.prompt` is missing");
            }
            None
        })
    });
    let context = fields.markdown("context", report);
    let program = fields.text("program", report);
    let (kind, at) = fields.required("type", report)?;
    let kind = match (&*kind, prompt) {
        ("MultipleChoice", Some(prompt)) => choice(fields, prompt, report),
        ("ShortAnswer", Some(prompt)) => short(fields, prompt, report),
        ("Tracing", _) => tracing(fields, prompt, report),
        ("Outcomes", _) => outcomes(fields, prompt, report),
        (kind, None) if TYPES.contains(&kind) => None,
        (kind, _) => {
            report.push(at, format!("there is no type `{kind}`; there is {}", TYPES.join(", ")));
            None
        }
    };
    let ((id, at), (prompt, prompt_at), kind) = (id?, asked?, kind?);
    Some(Question { id, at, prompt, prompt_at, context, program, kind })
}
