//! Every claim of the book on one page: what is claimed, what carries it, where it is used.
//!
//! A section an example, with what its claims share: the machine, the day, the command. Within it a
//! list of fields a claim, which reads at any width.

use std::path::Path;

use claims::{Claim, Evidence, Judgement, Verdict};

use super::told::Told;
use super::uses::{Use, uses};
use crate::example::{Example, Examples};
use crate::html::escape;

/// The section of every example that claims something.
pub(crate) fn page(root: &Path, examples: &Examples) -> Result<String, String> {
    let uses = uses(root);
    let mut page = String::new();
    for example in examples.iter().filter(|example| example.path("claims.toml").exists()) {
        let told = Told::of(examples, example)?;
        // The heading is Markdown, so that it is in the page's own table of contents.
        page += &format!("## `{}`\n\n{}", example.name, shared(example, &told));
        for claim in &told.claims {
            page += &entry(example, &told, claim, &uses)?;
        }
        page += "\n\n";
    }
    Ok(page.trim_end().to_owned())
}

/// What the claims of an example share.
fn shared(example: &Example, told: &Told) -> String {
    let mut lines = Vec::new();
    if let Some(measured) = &told.measured {
        lines.push(format!("Measured on {}.", escape(&measured.passport.to_string())));
        if let Some(yours) = told.yours.measured() {
            lines.push(format!("Your machine: {}.", escape(&yours.passport.to_string())));
        }
        lines.extend(told.yours.left_out().as_deref().map(escape));
        let bench = code(&example.shown(&format!("benches/{}.rs", example.name)));
        lines.push(format!("The benchmark: {bench}"));
        let command = code(&format!("cargo run -- measure {}", example.name));
        lines.push(format!("Repeat it: {command}"));
    }
    if told.claims.iter().any(|claim| matches!(claim.evidence, Evidence::Test { .. })) {
        let command = code(&format!("cargo test -p tests {}", example.name));
        lines.push(format!("Its tests: {command}"));
    }
    format!("<p class=\"claims-of\">{}</p>", lines.join("<br>"))
}

/// One claim, with all that carries it.
fn entry(example: &Example, told: &Told, claim: &Claim, uses: &[Use]) -> Result<String, String> {
    let name = format!("{}/{}", example.name, claim.id);
    let judgement = told.judgement(example, claim)?;
    let kind = format!("{:?}", claim.kind).to_lowercase();
    let mut fields = vec![("Kind", kind)];
    match &claim.evidence {
        Evidence::Test { test, .. } => fields.push(("Held by", format!("the test {}", code(test)))),
        Evidence::Witness { line } => {
            let program = code(&format!("cargo run -p {}", example.name));
            fields.push(("Held by", format!("what {program} prints: {}", code(line))));
            fields.push(("Bound", "at least once".to_owned()));
            fields.push(("Verdict", verdict(&judgement)));
        }
        Evidence::Bench(bench) => {
            let (contender, baseline) = (code(&bench.contender), code(&bench.baseline));
            fields.push(("Compared", format!("{contender} with {baseline}")));
            let needs = bench.needs_e.map_or(String::new(), |e| format!(", given E of {e}"));
            fields.push(("Bound", escape(&format!("{}{needs}", bench.bound))));
            fields.push(("Verdict", verdict(&judgement)));
        }
    }
    if let Some(yours) = told.yours.judgement(claim) {
        fields.push(("Your machine", verdict(&yours)));
    }
    let used = uses.iter().filter(|used| used.claim == name);
    let used: Vec<_> =
        used.map(|used| format!("<a href=\"{}\">{}</a>", used.page, escape(&used.title))).collect();
    if !used.is_empty() {
        fields.push(("Used in", used.join(", ")));
    }
    let fields: String = fields
        .iter()
        .map(|(field, value)| format!("<div><dt>{field}</dt><dd>{value}</dd></div>"))
        .collect();
    let figure = claims::figure(claim, &judgement).unwrap_or_default();
    let refuted = matches!(judgement.verdict, Verdict::Refuted(_));
    Ok(format!(
        "<section class=\"claim-entry{}\" id=\"{}-{}\"><p>{} <span class=\"figure\">{}</span></p>\
         <dl>{fields}</dl></section>",
        if refuted { " is-refuted" } else { "" },
        example.name,
        claim.id,
        escape(&claim.says),
        escape(&figure),
    ))
}

/// A verdict with what it rests on.
fn verdict(judgement: &Judgement) -> String {
    let (class, word, reason) = match &judgement.verdict {
        Verdict::Proven => ("proven", "proven", ""),
        Verdict::CannotShow(reason) => ("cannot-show", "cannot show it", reason.as_str()),
        Verdict::Refuted(by) => ("refuted", "refuted", by.as_str()),
    };
    let reason = if reason.is_empty() { String::new() } else { format!(": {}", escape(reason)) };
    let interval = claims::interval_in_words(judgement).map_or(String::new(), |interval| {
        let rounds = format!("{} of {} rounds steady", judgement.kept, judgement.rounds);
        let e = judgement.e.map_or(String::new(), |e| format!(", E {e:.2}"));
        format!(". {interval}, {rounds}{e}")
    });
    format!("<b class=\"{class}\">{word}</b>{reason}{interval}")
}

fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}
