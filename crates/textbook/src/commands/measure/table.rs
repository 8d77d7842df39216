//! The table of verdicts that a measurement ends with.

use claims::{Claim, Evidence, Judgement, Verdict};
use mdbook_evidence::Example;

/// A claim's row: name, bound, figure, verdict.
pub(super) fn row(example: &Example, claim: &Claim, judgement: Option<&Judgement>) -> [String; 4] {
    let name = format!("{}/{}", example.name, claim.id);
    let (bound, proven) = match &claim.evidence {
        Evidence::Test { .. } => ("exactly".to_owned(), "held by a test"),
        Evidence::Witness { .. } => ("at least once".to_owned(), "proven here"),
        Evidence::Bench(bench) => (bench.bound.to_string(), "proven here"),
    };
    let Some(judgement) = judgement else {
        return [name, bound, String::new(), "cannot show it: nothing was measured".into()];
    };
    let figure = claims::interval_in_words(judgement).or_else(|| claims::figure(claim, judgement));
    let verdict = match &judgement.verdict {
        Verdict::Proven => proven.to_owned(),
        Verdict::CannotShow(reason) => format!("this machine cannot show it: {reason}"),
        Verdict::Refuted(by) => format!("refuted: {by}"),
    };
    [name, bound, figure.unwrap_or_default(), verdict]
}

pub(super) fn table(rows: &[[String; 4]]) -> String {
    let width =
        |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let [name, bound, figure] = [0, 1, 2].map(width);
    let line = |row: &[String; 4]| {
        format!("{:name$}  {:bound$}  {:figure$}  {}\n", row[0], row[1], row[2], row[3])
    };
    rows.iter().map(line).collect()
}
