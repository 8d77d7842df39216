//! What the types of questions need, each its own fields.

use super::question::{Choice, Kind};
use crate::fields::{Fields, Report, Value, sound, text};

pub(super) const TYPES: [&str; 4] = ["MultipleChoice", "ShortAnswer", "Tracing", "Outcomes"];

/// The answers that are written down.
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

pub(super) fn choice(
    fields: Fields<'_, '_>,
    prompt: Fields<'_, '_>,
    report: &mut Report<'_>,
) -> Option<Kind> {
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

pub(super) fn short(
    fields: Fields<'_, '_>,
    prompt: Fields<'_, '_>,
    report: &mut Report<'_>,
) -> Option<Kind> {
    unused(fields, &["schedules", "candidates", "output"], "ShortAnswer", report);
    let right = answers(fields, &["alternatives"], report);
    let foreseen = distractors(prompt, report);
    same(&right, &foreseen, report);
    let answers: Vec<_> = right.into_iter().map(|(text, _)| text).collect();
    (!answers.is_empty()).then_some(Kind::Short { answers, foreseen })
}

pub(super) fn tracing(
    fields: Fields<'_, '_>,
    prompt: Option<Fields<'_, '_>>,
    report: &mut Report<'_>,
) -> Option<Kind> {
    computed(fields, prompt, "Tracing", report);
    unused(fields, &["schedules", "candidates"], "Tracing", report);
    let (output, at) = fields.required("output", report)?;
    Some(Kind::Tracing { output, at })
}

pub(super) fn outcomes(
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
