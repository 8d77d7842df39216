//! `{{#claim NAME/ID}}`: a figure in a sentence, and `{{#claims}}`: the page of all of them.
//!
//! In the chapter:
//!
//! ```markdown
//! Two threads sum the same numbers {{#claim sum/two-threads}} as fast.
//! ```
//!
//! In the page the figure, `1.9×`, is a link to where it is told what was compared, the bound that
//! is claimed, the interval that was measured, where and when, and the command that repeats it.
//! A figure that the committed measurement does not carry cannot be written.

use std::fs;
use std::path::{Path, PathBuf};

use claims::{Claim, Evidence, Judgement, Measured, Verdict};

use crate::example::{Example, Examples};
use crate::html::escape;
use crate::{Source, directive};

/// The page of all claims, seen from the folder of the chapters.
const PAGE: &str = "claims.html";

/// The figure of the claim `argument`, in the chapter at `from`.
pub(crate) fn figure(examples: &Examples, from: &Path, argument: &str) -> Result<String, String> {
    let (name, id) = argument
        .split_once('/')
        .ok_or_else(|| format!("a claim is named NAME/ID, its example first; not `{argument}`"))?;
    let example = examples.get(name)?;
    let told = Told::of(example)?;
    let claim = told.claims.iter().find(|claim| claim.id == id).ok_or_else(|| {
        let known: Vec<_> = told.claims.iter().map(|claim| claim.id.as_str()).collect();
        format!("`{name}` makes no claim `{id}`; it makes {}", known.join(", "))
    })?;
    let judgement = told.judgement(example, claim)?;
    let figure = claims::figure(claim, &judgement)
        .ok_or_else(|| format!("the claim `{argument}` has no figure; say it without one"))?;
    let up = "../".repeat(from.components().count().saturating_sub(2));
    let title = escape(&claim.says);
    Ok(format!(
        "<a class=\"claim\" href=\"{up}{PAGE}#{name}-{id}\" title=\"{title}\">{}</a>",
        escape(&figure)
    ))
}

/// An example's claims, or all that is wrong with them.
fn read(example: &Example) -> Result<Vec<Claim>, String> {
    let file = example.shown("claims.toml");
    claims::file::parse(&example.read("claims.toml")?).map_err(|faults| {
        let line =
            |fault: &claims::file::Fault| format!("{file}:{}: {}", fault.line, fault.message);
        faults.0.iter().map(line).collect::<Vec<_>>().join("; ")
    })
}

/// What an example claims and what was measured of it.
struct Told {
    claims: Vec<Claim>,
    measured: Option<Measured>,
}

impl Told {
    /// Reads both, and holds them to each other and to the example.
    fn of(example: &Example) -> Result<Told, String> {
        let file = example.shown("claims.toml");
        let claims = read(example)?;
        let prints = claims::file::check_prints(&claims, &example.expected()?);
        if let Some(fault) = prints.first() {
            return Err(format!("{file}:{}: {}", fault.line, fault.message));
        }
        if !claims.iter().any(|claim| claim.bench().is_some()) {
            return Ok(Told { claims, measured: None });
        }
        let again = format!("type `cargo run -- measure {} --record`", example.name);
        let shown = example.shown("recorded/measured.json");
        let measured = Measured::read(&example.path("recorded/measured.json"))
            .map_err(|error| format!("{error}; {again}"))?;
        if measured.code != example.code_hash()? {
            return Err(format!("{shown}: measured before the last change of its code; {again}"));
        }
        if let Some(difference) = measured.verify(&claims).first() {
            return Err(format!("{shown}: {difference}; {again}"));
        }
        Ok(Told { claims, measured: Some(measured) })
    }

    /// What was found out about a claim; it must be proven to be printed.
    fn judgement(&self, example: &Example, claim: &Claim) -> Result<Judgement, String> {
        let measured = self.measured.as_ref().and_then(|measured| measured.claim(&claim.id));
        let judgement = match (&claim.evidence, measured) {
            (Evidence::Test { .. }, _) => Judgement::tested(),
            (Evidence::Witness { line }, _) => {
                claims::judge_witness(line, &example.read("recorded/output.txt")?)
            }
            (_, Some(measured)) => measured.judgement.clone(),
            (_, None) => return Err(format!("`{}` was not measured", claim.id)),
        };
        let name = format!("{}/{}", example.name, claim.id);
        match &judgement.verdict {
            Verdict::Proven => Ok(judgement),
            Verdict::CannotShow(reason) => {
                Err(format!("the committed measurement does not show `{name}`: {reason}"))
            }
            Verdict::Refuted(by) => {
                Err(format!("the committed measurement refutes `{name}`: {by}"))
            }
        }
    }
}

/// The table of every claim of the book.
pub(crate) fn page(root: &Path, examples: &Examples) -> Result<String, String> {
    let uses = uses(&root.join("book"));
    let mut html = String::new();
    for example in examples.iter().filter(|example| example.path("claims.toml").exists()) {
        let told = Told::of(example)?;
        for claim in &told.claims {
            html += &entry(example, &told, claim, &uses)?;
        }
    }
    Ok(format!("<dl class=\"claims\">{html}</dl>"))
}

/// One claim, with all that carries it.
fn entry(example: &Example, told: &Told, claim: &Claim, uses: &[Use]) -> Result<String, String> {
    let name = format!("{}/{}", example.name, claim.id);
    let judgement = told.judgement(example, claim)?;
    let kind = format!("{:?}", claim.kind).to_lowercase();
    let figure = claims::figure(claim, &judgement).unwrap_or_default();
    let mut lines = Vec::new();
    match &claim.evidence {
        Evidence::Test { test, .. } => {
            lines.push(format!(
                "Held by the test <code>{}</code>. Repeat it: <code>cargo test -p tests {}</code>",
                escape(test),
                escape(&example.name)
            ));
        }
        Evidence::Witness { line } => lines.push(format!(
            "Proven by what <code>cargo run -p {}</code> prints: <code>{}</code>. Once is enough.",
            escape(&example.name),
            escape(line)
        )),
        Evidence::Bench(bench) => {
            let interval = claims::interval_in_words(&judgement).unwrap_or_default();
            let e = judgement.e.map_or(String::new(), |e| format!(", with {e:.2} effective cores"));
            lines.push(format!(
                "<code>{}</code> against <code>{}</code>, claimed {}; measured {interval} in {} \
                 steady rounds{e}: <b>proven</b>.",
                escape(&bench.contender),
                escape(&bench.baseline),
                escape(&bench.bound.to_string()),
                judgement.kept
            ));
            if let Some(measured) = &told.measured {
                lines.push(format!("On {}.", escape(&measured.passport.to_string())));
            }
            lines.push(format!(
                "The benchmark is <code>{}</code>. Repeat it: <code>cargo run -- measure {}</code>",
                escape(&example.shown(&format!("benches/{}.rs", example.name))),
                escape(&example.name)
            ));
        }
    }
    let used: Vec<_> = uses
        .iter()
        .filter(|used| used.claim == name)
        .map(|used| format!("<a href=\"{}\">{}</a>", used.page, escape(&used.page)))
        .collect();
    if !used.is_empty() {
        lines.push(format!("Used in {}.", used.join(", ")));
    }
    Ok(format!(
        "<dt id=\"{}-{}\">{} <span class=\"figure\">{}</span> <span class=\"kind\">{kind}</span></dt>\
         <dd>{}</dd>",
        example.name,
        claim.id,
        escape(&claim.says),
        escape(&figure),
        lines.join("<br>")
    ))
}

/// A place where a chapter uses a claim.
pub(crate) struct Use {
    /// `NAME/ID`.
    pub(crate) claim: String,
    /// The page, seen from the folder of the chapters.
    page: String,
}

/// Every use of a claim in the chapters below `folder`.
pub(crate) fn uses(folder: &Path) -> Vec<Use> {
    let mut found = Vec::new();
    for path in markdown(folder) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let seen = path.strip_prefix(folder).unwrap_or(&path);
        let page = seen.with_extension("html").to_string_lossy().replace('\\', "/");
        for directive in directive::read(&Source { path: seen, text: &text }) {
            if directive.name == "claim" {
                found.push(Use { claim: directive.argument.to_owned(), page: page.clone() });
            }
        }
    }
    found.dedup_by(|a, b| a.claim == b.claim && a.page == b.page);
    found
}

/// The Markdown files below a folder, in a fixed order.
pub(crate) fn markdown(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(markdown(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The claims that no chapter uses, as `NAME/ID`, each with its file.
///
/// # Errors
///
/// A `claims.toml` that cannot be read.
pub fn unused_claims(root: &Path) -> Result<Vec<String>, String> {
    let uses = uses(&root.join("book"));
    let mut unused = Vec::new();
    for example in Example::all(root) {
        let path = example.path("claims.toml");
        if !path.exists() {
            continue;
        }
        let file = example.shown("claims.toml");
        for claim in read(&example)? {
            let name = format!("{}/{}", example.name, claim.id);
            if !uses.iter().any(|used| used.claim == name) {
                unused.push(format!("{file}:{}: no chapter uses the claim `{name}`", claim.line));
            }
        }
    }
    Ok(unused)
}
