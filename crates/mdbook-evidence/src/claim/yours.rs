//! What the reader measured, beside the book's: `cargo run -- measure` keeps it under `target/`.
//!
//! It is shown by the book that is served on the reader's machine and by no other. It can be old,
//! cut off or written by another version, and none of that is a fault of the book: it is then left
//! out, and the page says so in one line.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use claims::{Claim, Evidence, Judgement, Measured, Verdict};

use crate::MEASURED;

/// The reader's measurement of an example.
pub(crate) enum Yours {
    /// Nothing was measured, or the pages are for a host.
    Nothing,
    /// There is one that cannot be shown; why, and what to type.
    LeftOut(String),
    /// It belongs to the code as it is now, and is judged by the claims as they are now.
    Measured {
        measured: Measured,
        /// What the example of a certificate printed.
        printed: String,
    },
}

impl Yours {
    /// Reads `folder/NAME/measured.json`, for an example with this hash of its code.
    pub(super) fn read(folder: &Path, name: &str, code: &str, claims: &[Claim]) -> Yours {
        // The path as readers see it, from the book's root.
        let shown = format!("{MEASURED}/{name}/measured.json");
        let again = format!("measure it again: cargo run -- measure {name}");
        let text = match fs::read_to_string(folder.join(name).join("measured.json")) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Yours::Nothing,
            Err(error) => return Yours::LeftOut(format!("{shown}: {error}; {again}")),
        };
        let mut measured = match Measured::parse(&text, Path::new(&shown)) {
            Ok(measured) => measured,
            Err(error) => return Yours::LeftOut(error.to_string()),
        };
        if measured.code != code {
            let stale = "was measured before the last change of its code";
            return Yours::LeftOut(format!("{name} {stale}; {again}"));
        }
        // A bound that the book has changed since is no reason to measure again.
        measured.judge_again(claims);
        match measured.verify(claims).first() {
            Some(difference) => Yours::LeftOut(format!("{shown}: {difference}; {again}")),
            None => {
                let printed = fs::read_to_string(folder.join(name).join("output.txt"));
                Yours::Measured { measured, printed: printed.unwrap_or_default() }
            }
        }
    }

    /// The measurement, where it can be shown.
    pub(crate) fn measured(&self) -> Option<&Measured> {
        match self {
            Yours::Measured { measured, .. } => Some(measured),
            Yours::Nothing | Yours::LeftOut(_) => None,
        }
    }

    /// What the reader's machine says about a claim.
    pub(super) fn judgement(&self, claim: &Claim) -> Option<Judgement> {
        let Yours::Measured { measured, printed } = self else { return None };
        match &claim.evidence {
            Evidence::Witness { line } => Some(claims::judge_witness(line, printed)),
            _ => Some(measured.claim(&claim.id)?.judgement.clone()),
        }
    }

    /// Whether there is a claim that the reader's machine cannot show.
    pub(crate) fn not_shown(&self) -> bool {
        let claims = self.measured().map_or(&[][..], |measured| &measured.claims);
        claims.iter().any(|claim| matches!(claim.judgement.verdict, Verdict::CannotShow(_)))
    }

    /// The line that says why a measurement is left out.
    pub(crate) fn left_out(&self) -> Option<String> {
        match self {
            Yours::LeftOut(why) => Some(format!("Your machine's measurement is left out: {why}")),
            Yours::Nothing | Yours::Measured { .. } => None,
        }
    }
}
