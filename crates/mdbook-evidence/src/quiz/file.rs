//! From the text of a file to its questions, and to all that is wrong with it.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::fields::{Fields, Report, Value, sound, text};
use super::question::{Choice, Kind, Question};
use crate::{Faults, Source};

const TYPES: [&str; 4] = ["MultipleChoice", "ShortAnswer", "Tracing", "Outcomes"];

/// The questions that could be read, and the faults.
pub(super) fn read(quiz: &Source<'_>) -> (Vec<Question>, Faults) {
    let mut report = Report { quiz, faults: Faults::default() };
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
            let line = report.quiz.line(first);
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

/// The answers that are written down, with the table that holds them.
fn answers(fields: Fields<'_, '_>, also: &[&str], report: &mut Report<'_>) -> Vec<(String, usize)> {
    let Some(table) = fields.get("answer") else {
        report.push(fields.at, "`answer.answer` is missing");
        return Vec::new();
    };
    let known: Vec<&str> = ["answer"].iter().chain(also).copied().collect();
    let Some(answer) = Fields::new(table, &known, report) else { return Vec::new() };
    if answer.get("answer").is_none() {
        report.push(answer.at, "`answer.answer` is missing");
    }
    let mut found = answer.texts("answer", true, report);
    found.extend(answer.texts("alternatives", false, report));
    found
}

fn choice(fields: Fields<'_, '_>, prompt: Fields<'_, '_>, report: &mut Report<'_>) -> Option<Kind> {
    unused(fields, &["schedules", "candidates", "output"], "MultipleChoice", report);
    let right = answers(fields, &[], report);
    let wrong = distractors(prompt, report);
    if wrong.is_empty() {
        report.push(prompt.at, "there is nothing wrong to choose; add `prompt.distractors`");
    }
    same(&right, &wrong, report);
    // A list asks for all of it, even when it is a list of one.
    let answer = fields.get("answer")?.get_ref().as_table()?.get("answer")?;
    let several = answer.get_ref().as_array().is_some();
    for (text, at) in &right {
        sound(text, *at, report);
    }
    let right =
        right.into_iter().map(|(text, at)| Choice { text, right: true, why: None, see: None, at });
    Some(Kind::Choice { options: right.chain(wrong).collect(), several })
}

fn short(fields: Fields<'_, '_>, prompt: Fields<'_, '_>, report: &mut Report<'_>) -> Option<Kind> {
    unused(fields, &["schedules", "candidates", "output"], "ShortAnswer", report);
    let right = answers(fields, &["alternatives"], report);
    let foreseen = distractors(prompt, report);
    same(&right, &foreseen, report);
    let answers: Vec<_> = right.into_iter().map(|(text, _)| text).collect();
    (!answers.is_empty()).then_some(Kind::Short { answers, foreseen })
}

fn tracing(
    fields: Fields<'_, '_>,
    prompt: Option<Fields<'_, '_>>,
    report: &mut Report<'_>,
) -> Option<Kind> {
    computed(fields, prompt, "Tracing", report);
    unused(fields, &["schedules", "candidates"], "Tracing", report);
    let (output, at) = fields.required("output", report)?;
    Some(Kind::Tracing { output, at })
}

fn outcomes(
    fields: Fields<'_, '_>,
    prompt: Option<Fields<'_, '_>>,
    report: &mut Report<'_>,
) -> Option<Kind> {
    computed(fields, prompt, "Outcomes", report);
    unused(fields, &["output"], "Outcomes", report);
    if fields.get("candidates").is_none() {
        report.push(fields.at, "`candidates` is missing");
    }
    let mut candidates: Vec<String> = Vec::new();
    for (candidate, at) in fields.texts("candidates", false, report) {
        if candidates.contains(&candidate) {
            report.push(at, format!("`{candidate}` is there twice"));
        }
        candidates.push(candidate);
    }
    let candidates_at = fields.place("candidates");
    let (schedules, at) = fields.required("schedules", report)?;
    (!candidates.is_empty()).then_some(Kind::Outcomes { schedules, at, candidates, candidates_at })
}

fn distractors(prompt: Fields<'_, '_>, report: &mut Report<'_>) -> Vec<Choice> {
    let values = prompt.list("distractors", false, report);
    values.into_iter().filter_map(|value| distractor(value, report)).collect()
}

/// A text, or a table that also says why it is wrong and what settles it.
fn distractor(value: &Value<'_>, report: &mut Report<'_>) -> Option<Choice> {
    let choice = |text, at, why, see| Choice { text, right: false, why, see, at };
    if value.get_ref().as_table().is_none() {
        let (text, at) = text("distractors", value, report)?;
        sound(&text, at, report);
        return Some(choice(text, at, None, None));
    }
    let fields = Fields::new(value, &["text", "why", "see"], report)?;
    let why = fields.markdown("why", report).map(|(why, _)| why);
    let see = fields.text("see", report);
    if let Some((target, at)) = see.as_ref().filter(|(target, _)| target.contains("://")) {
        report.push(*at, format!("`see` leads out of the book, to {target}; put it into `why`"));
    }
    if fields.get("text").is_none() {
        report.push(fields.at, "`text` is missing");
    }
    let (text, at) = fields.markdown("text", report)?;
    Some(choice(text, at, why, see.map(|(see, _)| see)))
}

/// Reports an answer that is among the wrong ones.
fn same(right: &[(String, usize)], wrong: &[Choice], report: &mut Report<'_>) {
    for (at, choice) in wrong.iter().enumerate() {
        if right.iter().any(|(answer, _)| answer.trim() == choice.text.trim()) {
            report.push(choice.at, format!("`{}` is the answer, too", choice.text));
        }
        if wrong[..at].iter().any(|other| other.text.trim() == choice.text.trim()) {
            report.push(choice.at, format!("`{}` is there twice", choice.text));
        }
    }
}

/// Reports fields that belong to another type.
fn unused(fields: Fields<'_, '_>, names: &[&str], kind: &str, report: &mut Report<'_>) {
    for name in names.iter().filter(|name| fields.get(name).is_some()) {
        report.push(
            fields.place(name),
            format!("`{name}` means nothing in a question of type `{kind}`"),
        );
    }
}

/// Reports a key that is written although it is computed.
fn computed(
    fields: Fields<'_, '_>,
    prompt: Option<Fields<'_, '_>>,
    kind: &str,
    report: &mut Report<'_>,
) {
    if fields.get("answer").is_some() {
        let message =
            format!("the answer of a question of type `{kind}` is computed; leave it out");
        report.push(fields.place("answer"), message);
    }
    if let Some(prompt) = prompt {
        unused(prompt, &["distractors"], kind, report);
    }
}
