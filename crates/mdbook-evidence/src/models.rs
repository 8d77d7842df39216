//! `{{#models NAME caption}}`: jobs, and what each takes in each model, by a formula and by the clock.
//!
//! `recorded/models.json` is written by a run of the example, which measures what the parts of its
//! models cost, computes from that what some jobs should take, and does them. Here nothing is
//! computed: the package of the example holds the file to its formulas, and both to the script
//! `which-model.js`, with which a reader asks about a job of their own.

mod page;

use std::collections::BTreeMap;
use std::path::Path;

use claims::Passport;
use serde::{Deserialize, Serialize};

use crate::Example;
use crate::example::Examples;
use crate::html::inline;
use crate::summary;

const FILE: &str = "recorded/models.json";

/// Where the script is, seen from the folder of the chapters; `index.hbs` leaves it to this.
const SCRIPT: &str = "crates/mdbook-evidence/theme/which-model.js";

/// The costs that the file must have, and what each is the cost of.
const COSTS: [(&str, &str); 8] = [
    ("task", "start an async task and wait for its end"),
    ("thread", "start a thread and wait for its end"),
    ("pool", "start a pool of threads and end it"),
    ("process", "start a process and wait for its end"),
    ("message", "ask a process of a pool, and have its answer"),
    ("byte", "send it one byte more"),
    ("late", "how much longer than asked for a thread sleeps"),
    ("tick", "how much longer than asked for an async task sleeps"),
];

/// What was recorded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Models {
    code: String,
    passport: Passport,
    /// Times of which neither is so many times the other are as good as equal.
    margin: f64,
    models: Vec<Model>,
    /// In nanoseconds, but for `cores` and `e`.
    costs: BTreeMap<String, f64>,
    jobs: Vec<Recorded>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Model {
    name: String,
    /// Whether what one item breaks stays within its process.
    isolates: bool,
}

/// A job, and its times in the order of the models.
#[derive(Debug, Deserialize)]
struct Recorded {
    name: String,
    job: Job,
    computed: Vec<f64>,
    /// None where it was not done, because it would have taken too long.
    took: Vec<Option<f64>>,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
struct Job {
    items: f64,
    cpu: f64,
    wait: f64,
    bytes: f64,
    isolated: bool,
}

/// The figure, in the chapter at `from`. It brings its script itself: one page in the book has it.
pub(crate) fn html(examples: &Examples, from: &Path, argument: &str) -> Result<String, String> {
    let (name, caption) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    if caption.trim().is_empty() {
        return Err(format!(
            "the models of `{name}` have no caption; say in one sentence what to look at: \
             {{{{#models {name} Look at …}}}}"
        ));
    }
    let example = examples.get(name)?;
    let models = Models::of(example)?;
    let stale = models.code != example.code_hash()?;
    let script = format!("<script src=\"{}{SCRIPT}\" defer></script>", summary::up(from));
    Ok(page::figure(name, &models, &inline(caption), stale) + &script)
}

impl Models {
    fn of(example: &Example) -> Result<Models, String> {
        let again = format!("type `cargo run -- record {}` to record it again", example.name);
        let text = example.read(FILE).map_err(|error| format!("{error}; {again}"))?;
        let fault = |error: String| format!("{}: {error}; {again}", example.shown(FILE));
        let models: Models =
            serde_json::from_str(&text).map_err(|error| fault(error.to_string()))?;
        models.check().map_err(fault)?;
        Ok(models)
    }

    /// Whether all is there that the page and its script need.
    fn check(&self) -> Result<(), String> {
        let names = ["cores", "e"].into_iter().chain(COSTS.map(|(name, _)| name));
        if let Some(name) = names.into_iter().find(|name| !self.costs.contains_key(*name)) {
            return Err(format!("the cost `{name}` is missing"));
        }
        if let Some((name, _)) = self.costs.iter().find(|(_, cost)| **cost <= 0.0) {
            return Err(format!("the cost `{name}` is not more than nothing"));
        }
        let count = self.models.len();
        for Recorded { name, job, computed, took } in &self.jobs {
            if computed.len() != count || took.len() != count {
                return Err(format!("the job “{name}” has not a time for each model"));
            }
            if !self.models.iter().any(|model| model.isolates || !job.isolated) {
                return Err(format!("no model is allowed for the job “{name}”"));
            }
        }
        Ok(())
    }
}
