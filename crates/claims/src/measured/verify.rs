//! Whether a measurement still says what it said: its rounds, judged again.

use std::fmt;

use super::{Measured, MeasuredClaim};
use crate::claim::{Bench, Claim};
use crate::verdict::{Judgement, Verdict, judge};

/// Where a measurement and the claims of its example part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The claim's id.
    pub claim: String,
    /// What differs.
    pub message: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "claim `{}`: {}", self.claim, self.message)
    }
}

impl Measured {
    /// What differs between this measurement and the claims that `claims.toml` has now: claims that
    /// were not measured or are no longer there, benchmarks that were measured in another way, and
    /// judgements that are not those of their rounds, because somebody edited them or the bound.
    /// Nothing where all is well.
    ///
    /// Rounds and passport that were made up as a whole cannot be told from measured ones.
    #[must_use]
    pub fn verify(&self, claims: &[Claim]) -> Vec<Difference> {
        let mut differences = Vec::new();
        let mut differ = |id: &str, message: String| {
            differences.push(Difference { claim: id.to_owned(), message });
        };
        for claim in claims {
            let Some(bench) = claim.bench() else { continue };
            let Some(measured) = self.claim(&claim.id) else {
                differ(&claim.id, "it was not measured".into());
                continue;
            };
            if let Some(message) = measured_otherwise(measured, bench) {
                differ(&claim.id, message);
                continue;
            }
            for id in [&bench.baseline, &bench.contender] {
                if !self.estimates.contains_key(id) {
                    differ(&claim.id, format!("the time of `{id}` is missing"));
                }
            }
            let again = judge(claim, &measured.rounds, self.passport.cpus).rounded();
            if let Some(message) = judged_otherwise(&measured.judgement, &again) {
                differ(&claim.id, message);
            }
        }
        for measured in &self.claims {
            let known =
                claims.iter().any(|claim| claim.id == measured.id && claim.bench().is_some());
            if !known {
                differ(
                    &measured.id,
                    "it was measured, but no benchmark carries such a claim".into(),
                );
            }
        }
        differences
    }

    /// Judges all rounds again, after a change of the claims' bounds or of this crate. What was
    /// measured in another way than the claims ask for now keeps its judgement, for
    /// [`Measured::verify`] to find.
    pub fn judge_again(&mut self, claims: &[Claim]) {
        let cpus = self.passport.cpus;
        for measured in &mut self.claims {
            let claim = claims.iter().find(|claim| claim.id == measured.id);
            let Some((claim, bench)) = claim.and_then(|claim| Some((claim, claim.bench()?))) else {
                continue;
            };
            if measured_otherwise(measured, bench).is_none() {
                measured.judgement = judge(claim, &measured.rounds, cpus).rounded();
            }
        }
    }
}

/// What was measured in another way than the claim asks for; nothing where all agrees.
fn measured_otherwise(measured: &MeasuredClaim, bench: &Bench) -> Option<String> {
    let was = (&measured.baseline, &measured.contender, measured.work, measured.workers);
    let asked = (&bench.baseline, &bench.contender, bench.work, bench.workers);
    let words = |(baseline, contender, work, workers): (&String, &String, _, usize)| {
        format!("`{baseline}` against `{contender}` with {workers} workers' {work} work")
    };
    (was != asked)
        .then(|| format!("{} was measured, the claim is about {}", words(was), words(asked)))
}

/// How a stored judgement differs from that of its rounds; nothing where it does not.
fn judged_otherwise(stored: &Judgement, again: &Judgement) -> Option<String> {
    if stored == again {
        return None;
    }
    if stored.verdict != again.verdict {
        let (stored, again) = (words(&stored.verdict), words(&again.verdict));
        return Some(format!("{stored} is written down, but its rounds say {again}"));
    }
    Some("the figures beside its verdict are not those of its rounds".to_owned())
}

fn words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Proven => "“proven”".to_owned(),
        Verdict::CannotShow(reason) => format!("“cannot show it: {reason}”"),
        Verdict::Refuted(reason) => format!("“refuted: {reason}”"),
    }
}
