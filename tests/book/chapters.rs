//! What holds for the chapters together: their terms are used, and each says what it needs.

use libtest_mimic::{Failed, Trial};
use mdbook_evidence::{unused_terms, without_head};

use crate::root::root;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("every term of the glossary is used by a chapter", || {
            none(unused_terms(root())?)
        }),
        Trial::test("every chapter says what it needs and gives", || none(without_head(root())?)),
    ]
}

fn none(faults: Vec<String>) -> Result<(), Failed> {
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}
