//! Claims as a whole: each is used by a page, none is refuted by its own measurement, each test
//! that gates one is there, and certificates have their witness.

use std::collections::BTreeSet;

use claims::{Evidence, Verdict};
use libtest_mimic::{Completion, Failed, Trial};
use mdbook_evidence::{Example, refuted_claims, unused_claims};

use crate::examples::program;
use crate::root::root;
use crate::tools;

/// Given the tests that there are.
pub(crate) fn trials(tests: &[Trial]) -> Vec<Trial> {
    let names: BTreeSet<String> = tests.iter().map(|test| test.name().to_owned()).collect();
    let mut trials = vec![
        Trial::test("every claim is used by a chapter", used),
        Trial::test("no claim is refuted by what was measured", not_refuted),
        Trial::test("every claim that a test holds names a test", move || gated(&names)),
    ];
    for example in Example::all(root()) {
        // A fault of the file itself is reported by the test above.
        for claim in claims::file::read(&example.path("claims.toml")).unwrap_or_default() {
            if let Evidence::Witness { line } = claim.evidence {
                let (name, example) = (format!("{}/{}", example.name, claim.id), example.clone());
                let test = move || witnessed(&example, &line);
                trials.push(Trial::ignorable_test(format!("{name} has its witness"), test));
            }
        }
    }
    trials
}

/// Runs the example of a certificate. A machine that cannot show it is told of, and passes.
fn witnessed(example: &Example, line: &str) -> Result<Completion, Failed> {
    let how = example.comparison()?;
    let outcome = tools::run(&mut program(example)?, how.time())?;
    if !outcome.success() {
        return Err(format!("{}: it {}", example.shown("src/main.rs"), outcome.end).into());
    }
    match claims::judge_witness(line, &String::from_utf8_lossy(&outcome.stdout)).verdict {
        Verdict::Proven => Ok(Completion::Completed),
        Verdict::CannotShow(reason) => {
            Ok(Completion::ignored_with(format!("this machine cannot show it: {reason}")))
        }
        Verdict::Refuted(by) => Err(by.into()),
    }
}

fn used() -> Result<(), Failed> {
    let unused = unused_claims(root())?;
    if unused.is_empty() { Ok(()) } else { Err(unused.join("\n").into()) }
}

/// The pages show a claim that is refuted, and say so; the book is not to be left like that.
fn not_refuted() -> Result<(), Failed> {
    let refuted = refuted_claims(root())?;
    if refuted.is_empty() { Ok(()) } else { Err(refuted.join("\n").into()) }
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
