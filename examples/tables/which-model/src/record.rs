//! What a run of this program found out, as a file: the costs, and the twelve jobs with both times.

use crate::agree::{MARGIN, Took};
use crate::costs::Costs;
use crate::jobs::Job;
use crate::model::{Model, time};
use serde::{Deserialize, Serialize};
use std::{env, fs, io};

/// The file. Whoever records it adds where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Times of which neither is so many times the other are as good as equal.
    pub margin: f64,
    /// The models, in the order of the times below.
    pub models: Vec<Named>,
    /// What their parts cost.
    pub costs: Costs,
    /// Every job with what it took.
    pub jobs: Vec<Recorded>,
}

/// A model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// Whether what one item breaks stays within its process.
    pub isolates: bool,
}

/// A job and what it takes in each model, in nanoseconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// What it could be.
    pub name: String,
    /// What there is to do.
    pub job: Job,
    /// By the formulas.
    pub computed: [f64; 7],
    /// By the clock.
    pub took: Took,
}

/// A figure with the four digits that a measurement is worth at most.
#[must_use]
pub fn rounded(measured: f64) -> f64 {
    format!("{measured:.3e}").parse().unwrap_or(measured)
}

impl Record {
    /// Everything that follows from the costs, beside what was measured.
    #[must_use]
    pub fn new(costs: Costs, measured: &[(&str, Job, Took)]) -> Record {
        let named = |model: Model| Named { name: model.name().into(), isolates: model.isolates() };
        let recorded = |(name, job, took): &(&str, Job, Took)| Recorded {
            name: (*name).to_owned(),
            job: *job,
            computed: Model::ALL.map(|model| time(model, job, &costs)),
            took: *took,
        };
        let jobs = measured.iter().map(recorded).collect();
        Record { margin: MARGIN, models: Model::ALL.into_iter().map(named).collect(), costs, jobs }
    }

    /// Writes it to where `MODELS_FILE` says, if it does: the book is recorded so.
    pub fn publish(&self) -> io::Result<()> {
        let Some(path) = env::var_os("MODELS_FILE").filter(|path| !path.is_empty()) else {
            return Ok(());
        };
        let jobs = self.jobs.iter().map(serde_json::to_string);
        let jobs = jobs.collect::<Result<Vec<_>, _>>()?.join(",\n");
        let models = serde_json::to_string(&self.models)?;
        let costs = serde_json::to_string(&self.costs)?;
        // A line a job, so that a change shows as one.
        fs::write(
            path,
            format!(
                "{{\"margin\": {MARGIN},\n\"models\": {models},\n\"costs\": {costs},\n\"jobs\": [\n{jobs}\n]}}\n"
            ),
        )
    }
}
