//! What the book claims and its own measurements refute: shown in the pages, reported by the tests.

use std::path::Path;

use claims::Verdict;

use super::told::Told;
use crate::example::Examples;

/// The claims that their committed measurements refute, each with its file and line.
///
/// # Errors
///
/// What is claimed or measured of an example cannot be read, or does not belong together.
pub fn refuted_claims(root: &Path) -> Result<Vec<String>, String> {
    let examples = Examples::new(root);
    let mut refuted = Vec::new();
    for example in examples.iter().filter(|example| example.path("claims.toml").exists()) {
        let told = Told::of(&examples, example)?;
        for claim in &told.claims {
            if let Verdict::Refuted(by) = told.judgement(example, claim)?.verdict {
                let (file, line) = (example.shown("claims.toml"), claim.line);
                let (name, id) = (&example.name, &claim.id);
                refuted.push(format!(
                    "{file}:{line}: the committed measurement refutes `{name}/{id}`: {by}; \
                     mend the claim and every sentence that uses it, or, if the machine was not \
                     quiet, measure again: cargo run -- measure {name} --record"
                ));
            }
        }
    }
    Ok(refuted)
}
