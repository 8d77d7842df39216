//! What was measured, as it is kept: `recorded/measured.json`, committed, and under `target/`.
//!
//! The text is laid out for `git diff`: a line for each estimate and for each round. It begins with
//! its version.
//!
//! ```json
//! {"measured": 1,
//! "code": "9f2c",
//! "passport": {"machine":"…","cpus":2,"system":"linux x86_64","date":"2026-11-20","commit":"…"},
//! "estimates": {
//! "sum/scoped-2": {"median_ns":52.1,"low_ns":51.9,"high_ns":52.4},
//! "sum/sequential": {"median_ns":99.7,"low_ns":99.2,"high_ns":100.3}
//! },
//! "claims": [
//! {"id": "two-threads", "baseline": "sum/sequential", "contender": "sum/scoped-2", "work": "integer", "workers": 2,
//! "judgement": {"verdict":"proven","interval":{"low":1.9,"middle":1.91,"high":1.92},…},
//! "rounds": [
//! {"e_before":1.95,"e_after":1.94,"baseline_ns":99.7,"contender_ns":52.1},
//! …
//! ]}
//! ]}
//! ```

mod error;
mod figures;
mod text;
mod verify;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

pub use error::ReadError;
use serde::{Deserialize, Serialize};
pub use verify::Difference;

use crate::claim::{Claim, Work};
use crate::criterion::Estimate;
use crate::passport::Passport;
use crate::rounds::{Round, six_digits};
use crate::verdict::{Judgement, judge};

/// The version this crate writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// What a measurement's file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The machine and the day.
    pub passport: Passport,
    /// A hash of the code that was measured.
    pub code: String,
    /// The time of each benchmark, by criterion's id.
    pub estimates: BTreeMap<String, Estimate>,
    /// The claims that benchmarks carry, as measured.
    pub claims: Vec<MeasuredClaim>,
}

/// One claim's rounds and what they say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasuredClaim {
    /// The claim's id.
    pub id: String,
    /// The baseline's id, when it was measured.
    pub baseline: String,
    /// The contender's id, when it was measured.
    pub contender: String,
    /// The work that E was measured with.
    pub work: Work,
    /// How many spinners E was measured with.
    pub workers: usize,
    /// What the rounds say about the claim.
    pub judgement: Judgement,
    /// The rounds, in their order.
    pub rounds: Vec<Round>,
}

impl Measured {
    /// A measurement of some code on some machine, with nothing measured yet.
    #[must_use]
    pub fn new(passport: Passport, code: String) -> Self {
        Measured { passport, code, estimates: BTreeMap::new(), claims: Vec::new() }
    }

    /// Adds the time of a benchmark, to six significant digits; it takes the place of an earlier
    /// one.
    pub fn estimate(&mut self, id: &str, estimate: Estimate) {
        let Estimate { median_ns, low_ns, high_ns } = estimate;
        let [median_ns, low_ns, high_ns] = [median_ns, low_ns, high_ns].map(six_digits);
        self.estimates.insert(id.to_owned(), Estimate { median_ns, low_ns, high_ns });
    }

    /// Adds a claim's rounds, to six significant digits, and judges them with the CPUs of the
    /// passport; they take the place of earlier ones. Returns the judgement, which for the claim of
    /// a test is not kept.
    pub fn judged(&mut self, claim: &Claim, rounds: &[Round]) -> Judgement {
        let rounds: Vec<Round> = rounds.iter().map(Round::rounded).collect();
        let judgement = judge(claim, &rounds, self.passport.cpus).rounded();
        let Some(bench) = claim.bench() else { return judgement };
        let measured = MeasuredClaim {
            id: claim.id.clone(),
            baseline: bench.baseline.clone(),
            contender: bench.contender.clone(),
            work: bench.work,
            workers: bench.workers,
            judgement: judgement.clone(),
            rounds,
        };
        match self.claims.iter_mut().find(|earlier| earlier.id == claim.id) {
            Some(earlier) => *earlier = measured,
            None => self.claims.push(measured),
        }
        judgement
    }

    /// The measured claim of this id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&MeasuredClaim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// Reads a measurement.
    ///
    /// # Errors
    ///
    /// [`ReadError`]: not there, cut off, of a newer version, or no measurement at all. Whether its
    /// verdicts are those of its rounds, [`Measured::verify`] tells.
    pub fn read(path: &Path) -> Result<Measured, ReadError> {
        match fs::read_to_string(path) {
            Ok(text) => Measured::parse(&text, path),
            Err(source) => Err(ReadError::Unreadable { path: path.to_owned(), source }),
        }
    }

    /// Reads a measurement's text; the path only says in an error where it came from.
    ///
    /// # Errors
    ///
    /// As [`Measured::read`].
    pub fn parse(text: &str, path: &Path) -> Result<Measured, ReadError> {
        text::parse(text, path)
    }

    /// The measurement as the text of a file.
    #[must_use]
    pub fn to_text(&self) -> String {
        text::of(self)
    }

    /// Writes the measurement so that a reader sees the old file or the new one, never half of one:
    /// into a temporary file beside it, then renamed.
    ///
    /// # Errors
    ///
    /// Those of the file system; the temporary file does not stay behind.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(name);
        let written = fs::write(&temporary, self.to_text());
        let renamed = written.and_then(|()| fs::rename(&temporary, path));
        if renamed.is_err() {
            let _ = fs::remove_file(&temporary);
        }
        renamed
    }
}
