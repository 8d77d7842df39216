//! From a table of `claims.toml` to a [`Claim`], or to all that is wrong with it.

use toml::Spanned;
use toml::de::DeValue;

use super::faults::Report;
use super::fields::Fields;
use crate::claim::{Bench, Bound, Claim, Evidence, Kind, Work};
use crate::witness::HOLE;

/// Every field of a claim: those of all claims, those of a bench, its bounds first among them.
const KNOWN: &[&str] = &[
    "id",
    "says",
    "kind",
    "test",
    "prints",
    "witness",
    "bench", //
    "at_least",
    "at_most",
    "at_least_times_e",
    "needs_e",
    "work",
    "workers",
];
const OF_A_BENCH: &[&str] = KNOWN.split_at(7).1;
const BOUNDS: &[&str] = OF_A_BENCH.split_at(3).0;
const KINDS: [(&str, Kind); 4] = [
    ("exact", Kind::Exact),
    ("certificate", Kind::Certificate),
    ("model", Kind::Model),
    ("ratio", Kind::Ratio),
];
const WORKS: [(&str, Work); 3] =
    [("integer", Work::Integer), ("float", Work::Float), ("memory", Work::Memory)];

/// A claim; nothing where a part of it is missing or wrong, which the report then says.
pub(super) fn claim(value: &Spanned<DeValue<'_>>, report: &mut Report<'_>) -> Option<Claim> {
    let fields = Fields::new(value, KNOWN, report)?;
    let id = fields.required("id", report);
    if let Some(id) = id {
        let at = fields.place("id");
        if !is_kebab_case(id) {
            report.push(at, format!("the id `{id}` is not in kebab-case: `two-threads`"));
        }
        report.id(id, at);
    }
    let says = fields.required("says", report);
    if fields.get("kind").is_none() {
        report.push(fields.at, "`kind` is missing");
    }
    let kind = fields.word("kind", &KINDS, report);
    let evidence = evidence(&fields, kind, says.unwrap_or_default(), report);
    let line = report.line(fields.at);
    Some(Claim {
        id: id?.to_owned(),
        says: says?.to_owned(),
        kind: kind?,
        evidence: evidence?,
        line,
    })
}

/// The evidence: a test, a witness or two benchmarks, and no two of them.
fn evidence(
    fields: &Fields<'_, '_>,
    kind: Option<Kind>,
    says: &str,
    report: &mut Report<'_>,
) -> Option<Evidence> {
    let of_ratio = kind.map(|kind| kind == Kind::Ratio);
    if fields.get("witness").is_some() {
        return witness(fields, kind, report);
    }
    match (fields.get("test"), fields.get("bench")) {
        (None, None) => {
            report.push(fields.at, "a claim needs evidence: `test`, `witness` or `bench`");
            None
        }
        (Some(_), Some(_)) => {
            report.push(fields.place("bench"), "a claim has a `test` or a `bench`, not both");
            None
        }
        (Some(_), None) => {
            if of_ratio == Some(true) {
                report.push(fields.place("kind"), "a claim of kind `ratio` needs a `bench`");
            }
            for name in OF_A_BENCH.iter().filter(|name| fields.get(name).is_some()) {
                report.push(fields.place(name), format!("`{name}` belongs to a `bench`"));
            }
            test(fields, says, report)
        }
        (None, Some(ids)) => {
            if of_ratio == Some(false) {
                report.push(fields.place("kind"), "a claim with a `bench` is of kind `ratio`");
            }
            if fields.get("prints").is_some() {
                report.push(fields.place("prints"), "`prints` belongs to a `test`");
            }
            bench(fields, ids, report)
        }
    }
}

fn test(fields: &Fields<'_, '_>, says: &str, report: &mut Report<'_>) -> Option<Evidence> {
    let test = fields.text("test", report);
    let prints = fields.text("prints", report);
    // A digit in the sentence is a figure that only `prints` holds to what the example prints.
    if fields.get("prints").is_none() && says.contains(|letter: char| letter.is_ascii_digit()) {
        report.push(fields.place("says"), "the sentence has a figure, so `prints` must name it");
    }
    Some(Evidence::Test { test: test?.to_owned(), prints: prints.map(str::to_owned) })
}

fn witness(
    fields: &Fields<'_, '_>,
    kind: Option<Kind>,
    report: &mut Report<'_>,
) -> Option<Evidence> {
    if kind.is_some_and(|kind| kind != Kind::Certificate) {
        report.push(fields.place("kind"), "a claim with a `witness` is of kind `certificate`");
    }
    for name in KNOWN[3..].iter().filter(|name| **name != "witness") {
        if fields.get(name).is_some() {
            report.push(fields.place(name), format!("a `witness` stands alone, without `{name}`"));
        }
    }
    let line = fields.text("witness", report)?;
    if line.matches(HOLE).count() != 1 {
        let at = fields.place("witness");
        report.push(at, format!("a `witness` has one hole, `{HOLE}`, for the count"));
        return None;
    }
    Some(Evidence::Witness { line: line.to_owned() })
}

fn bench(
    fields: &Fields<'_, '_>,
    ids: &Spanned<DeValue<'_>>,
    report: &mut Report<'_>,
) -> Option<Evidence> {
    let ids = Fields::new(ids, &["baseline", "contender"], report);
    let named = ids.and_then(|ids| {
        let both = (ids.required("baseline", report), ids.required("contender", report));
        if both.0.is_some() && both.0 == both.1 {
            report.push(ids.at, "a benchmark is compared with itself");
        }
        both.0.zip(both.1)
    });
    let bound = bound(fields, report);
    let workers = fields.count("workers", report).unwrap_or(2);
    let needs_e = fields.positive("needs_e", report);
    if let Some(needs_e) = needs_e.filter(|&needs_e| needs_e > workers as f64) {
        let at = fields.place("needs_e");
        report.push(at, format!("{workers} workers never give {needs_e} effective cores"));
    }
    let work = fields.word("work", &WORKS, report).unwrap_or_default();
    let (baseline, contender) = named.map(|(a, b)| (a.to_owned(), b.to_owned()))?;
    Some(Evidence::Bench(Bench { baseline, contender, bound: bound?, needs_e, work, workers }))
}

fn bound(fields: &Fields<'_, '_>, report: &mut Report<'_>) -> Option<Bound> {
    let given: Vec<_> = BOUNDS.iter().filter(|name| fields.get(name).is_some()).collect();
    if given.len() != 1 {
        let at = given.get(1).map_or(fields.at, |second| fields.place(second));
        report.push(at, "a `bench` needs one of `at_least`, `at_most`, `at_least_times_e`");
    }
    // Each is read, so that the values of all of them are checked.
    let least = fields.positive("at_least", report).map(Bound::AtLeast);
    let most = fields.positive("at_most", report).map(Bound::AtMost);
    let times_e = fields.positive("at_least_times_e", report).map(Bound::AtLeastTimesE);
    if given.len() == 1 { least.or(most).or(times_e) } else { None }
}

/// Words of small letters and digits, joined by single hyphens.
fn is_kebab_case(id: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    id.split('-').all(|word| !word.is_empty() && word.chars().all(fits))
}
