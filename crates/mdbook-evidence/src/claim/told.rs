//! What an example claims and what was measured of it, held to each other.

use claims::{Claim, Evidence, Judgement, Measured, Verdict};

use super::yours::Yours;
use crate::example::{Example, Examples};

/// What an example claims and what was measured of it.
pub(crate) struct Told {
    pub(crate) claims: Vec<Claim>,
    /// The book's measurement, where a claim needs one.
    pub(crate) measured: Option<Measured>,
    /// The reader's, where the pages are for them.
    pub(crate) yours: Yours,
}

impl Told {
    /// Reads all of it, and holds the book's part to the example as it is now.
    pub(crate) fn of(examples: &Examples, example: &Example) -> Result<Told, String> {
        let file = example.shown("claims.toml");
        let claims = read(example)?;
        let prints = claims::file::check_prints(&claims, &example.expected()?);
        if let Some(fault) = prints.first() {
            return Err(format!("{file}:{}: {}", fault.line, fault.message));
        }
        let code = example.code_hash()?;
        let yours = examples
            .yours()
            .map_or(Yours::Nothing, |folder| Yours::read(folder, &example.name, &code, &claims));
        if !claims.iter().any(|claim| claim.bench().is_some()) {
            return Ok(Told { claims, measured: None, yours });
        }
        let again = format!("type `cargo run -- measure {} --record`", example.name);
        let shown = example.shown("recorded/measured.json");
        let measured = Measured::read(&example.path("recorded/measured.json"))
            .map_err(|error| format!("{error}; {again}"))?;
        if measured.code != code {
            return Err(format!("{shown}: measured before the last change of its code; {again}"));
        }
        if let Some(difference) = measured.verify(&claims).first() {
            return Err(format!("{shown}: {difference}; {again}"));
        }
        Ok(Told { claims, measured: Some(measured), yours })
    }

    /// What was found out about a claim. What was not shown is not printed. What was refuted is, and
    /// marked wherever it stands: readers see it, and [`refuted_claims`](super::refuted_claims) are
    /// for the tests to report.
    pub(crate) fn judgement(&self, example: &Example, claim: &Claim) -> Result<Judgement, String> {
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
            Verdict::Proven | Verdict::Refuted(_) => Ok(judgement),
            Verdict::CannotShow(reason) => {
                Err(format!("the committed measurement does not show `{name}`: {reason}"))
            }
        }
    }
}

/// An example's claims, or all that is wrong with them.
pub(super) fn read(example: &Example) -> Result<Vec<Claim>, String> {
    let file = example.shown("claims.toml");
    claims::file::parse(&example.read("claims.toml")?).map_err(|faults| {
        let line =
            |fault: &claims::file::Fault| format!("{file}:{}: {}", fault.line, fault.message);
        faults.0.iter().map(line).collect::<Vec<_>>().join("; ")
    })
}
