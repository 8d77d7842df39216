//! Claims as a whole: each is used by a page, and each test that gates one is there.

use std::collections::BTreeSet;

use claims::Evidence;
use libtest_mimic::{Failed, Trial};
use mdbook_evidence::{Example, unused_claims};

use crate::root::root;

/// Given the tests that there are.
pub(crate) fn trials(tests: &[Trial]) -> Vec<Trial> {
    let names: BTreeSet<String> = tests.iter().map(|test| test.name().to_owned()).collect();
    vec![
        Trial::test("every claim is used by a chapter", used),
        Trial::test("every claim that a test holds names a test", move || gated(&names)),
    ]
}

fn used() -> Result<(), Failed> {
    let unused = unused_claims(root())?;
    if unused.is_empty() { Ok(()) } else { Err(unused.join("\n").into()) }
}

fn gated(names: &BTreeSet<String>) -> Result<(), Failed> {
    let mut broken = Vec::new();
    for example in Example::all(root()) {
        let path = example.path("claims.toml");
        if !path.exists() {
            continue;
        }
        let file = example.shown("claims.toml");
        for claim in claims::file::read(&path).map_err(|error| format!("{file}: {error}"))? {
            if let Evidence::Test { test, .. } = &claim.evidence
                && !names.contains(test)
            {
                broken.push(format!("{file}:{}: there is no test `{test}`", claim.line));
            }
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
}
