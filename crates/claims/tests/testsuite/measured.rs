//! The committed measurement: its text, what is said of one that cannot be read, and of one that
//! somebody edited.

use std::fs;
use std::path::Path;

use claims::measured::ReadError;
use claims::{Bound, Claim, Estimate, Evidence, Measured, Passport, Round, Verdict, Work};
use snapbox::{assert_data_eq, str};

use crate::verdict::{claim, round, tested};

const PLACE: &str = "examples/parallelism/sum/recorded/measured.json";

fn passport() -> Passport {
    Passport {
        machine: "a test".to_owned(),
        cpus: 2,
        system: "linux x86_64".to_owned(),
        date: "2026-11-20".to_owned(),
        commit: "abc1234".to_owned(),
    }
}

pub(crate) fn two_threads() -> Claim {
    claim(Bound::AtLeastTimesE(0.85), Some(1.5))
}

/// Nine rounds, with more digits than are kept.
pub(crate) fn rounds() -> Vec<Round> {
    (0..9).map(|i| round(1.951_234_567, 1.9 + 0.001_234_567 * f64::from(i))).collect()
}

pub(crate) fn measured() -> Measured {
    let mut measured = Measured::new(passport(), "9f2c".to_owned());
    let time = |ns| Estimate { median_ns: ns, low_ns: ns * 0.99, high_ns: ns * 1.01 };
    measured.estimate("sum/sequential", time(1_903.123_456_789));
    measured.estimate("sum/scoped-2", time(1000.0));
    measured.judged(&two_threads(), &rounds());
    measured.judged(&tested(Some("14 min")), &[]);
    measured
}

/// What is said of this text.
fn refusal(text: &str) -> ReadError {
    Measured::parse(text, Path::new(PLACE)).expect_err("a text that is no measurement")
}

/// What differs after an edit of the text; the edit must change it.
fn differences(from: &str, to: &str) -> Vec<String> {
    let text = measured().to_text();
    let edited = text.replacen(from, to, 1);
    assert_ne!(text, edited, "`{from}` stands nowhere in the text");
    let edited = Measured::parse(&edited, Path::new(PLACE)).expect("a measurement");
    edited.verify(&[two_threads()]).iter().map(ToString::to_string).collect()
}

#[test]
fn the_text_is_laid_out_for_diffs() {
    assert_data_eq!(
        measured().to_text(),
        str![[r#"
{"measured": 1,
"code": "9f2c",
"passport": {"machine":"a test","cpus":2,"system":"linux x86_64","date":"2026-11-20","commit":"abc1234"},
"estimates": {
"sum/scoped-2": {"median_ns":1000.0,"low_ns":990.0,"high_ns":1010.0},
"sum/sequential": {"median_ns":1903.12,"low_ns":1884.09,"high_ns":1922.15}
},
"claims": [
{"id": "two-threads", "baseline": "sum/sequential", "contender": "sum/scoped-2", "work": "integer", "workers": 2,
"judgement": {"verdict":"proven","interval":{"low":1.90123,"middle":1.90494,"high":1.90864},"held":{"low":0.974375,"middle":0.976277,"high":0.978173},"kept":9,"rounds":9,"e":1.95123},
"rounds": [
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1900.0,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1901.23,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1902.47,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1903.7,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1904.94,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1906.17,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1907.41,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1908.64,"contender_ns":1000.0},
{"e_before":1.95123,"e_after":1.95123,"baseline_ns":1909.88,"contender_ns":1000.0}
]}
]}

"#]]
    );
}

#[test]
fn what_is_written_is_read_again_and_judged_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("measured.json");
    measured().write(&path).expect("written");
    measured().write(&path).expect("written over");
    let read = Measured::read(&path).expect("read");
    assert_eq!(read, measured());
    assert_eq!(read.to_text(), measured().to_text());
    assert_eq!(read.verify(&[two_threads(), tested(None)]), []);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing left behind");
    let verdict = read.claim("two-threads").map(|claim| &claim.judgement.verdict);
    assert_eq!(verdict, Some(&Verdict::Proven));
    let empty = Measured::new(passport(), String::new());
    assert_eq!(Measured::parse(&empty.to_text(), &path).expect("an empty one"), empty);
}

#[test]
fn a_failed_write_leaves_no_temporary_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // A folder of that name cannot be replaced by a file.
    fs::create_dir_all(folder.path().join("measured.json/x")).expect("a folder");
    assert!(measured().write(&folder.path().join("measured.json")).is_err());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn every_truncation_is_an_error_and_says_so() {
    let text = measured().to_text();
    let text = text.trim_end();
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        assert!(matches!(refusal(&text[..end]), ReadError::Truncated { .. }), "cut at {end}");
    }
    assert_data_eq!(
        refusal(&text[..40]).to_string().replace('\\', "/"),
        str![
            "examples/parallelism/sum/recorded/measured.json ends too early; measure it again: cargo run -- measure sum"
        ]
    );
}

#[test]
fn a_newer_version_is_named() {
    let text = measured().to_text().replacen("\"measured\": 1", "\"measured\": 2", 1);
    // It may have any other field.
    let text = text.replacen("\"code\"", "\"codes\"", 1);
    assert_data_eq!(
        refusal(&text).to_string().replace('\\', "/"),
        str![
            "examples/parallelism/sum/recorded/measured.json has version 2, newer than 1; measure it again: cargo run -- measure sum"
        ]
    );
}

#[test]
fn what_is_foreign_says_why() {
    let text = measured().to_text();
    let edited = |from: &str, to: &str| {
        let edited = text.replacen(from, to, 1);
        assert_ne!(text, edited, "`{from}` stands nowhere in the text");
        edited
    };
    let claim = &text[text.find("{\"id\"").expect("a claim")..text.len() - "\n]}\n".len()];
    let twice = edited("{\"id\"", &format!("{claim},\n{{\"id\""));
    let cases = [
        ("[1]".to_owned(), "does not begin with `\"measured\"`"),
        ("{\"timeline\": 1}".to_owned(), "does not begin with `\"measured\"`"),
        ("no JSON".to_owned(), "expected ident"),
        (edited("\"measured\": 1", "\"measured\": 0"), "no number from 1 on"),
        (edited("\"measured\": 1", "\"measured\": \"1\""), "no number from 1 on"),
        (edited("\"e_before\"", "\"before\""), "unknown field `before`"),
        (edited("\"workers\": 2", "\"workers\": -2"), "invalid value: integer `-2`"),
        (edited("\"median_ns\":1000.0", "\"median_ns\":null"), "invalid type: null"),
        (edited("\"median_ns\":1000.0", "\"median_ns\":1.0"), "`sum/scoped-2` are no times"),
        (edited("\"code\": \"9f2c\",\n", ""), "missing field `code`"),
        (twice, "it has the claim `two-threads` twice"),
    ];
    for (text, reason) in cases {
        let said = refusal(&text);
        let (foreign, said) = (matches!(said, ReadError::Foreign { .. }), said.to_string());
        assert!(foreign && said.contains(reason), "{reason}: {said}");
        assert!(said.ends_with("; measure it again: cargo run -- measure sum"), "{said}");
    }
    let error = Measured::read(Path::new("measured/sum/none.json")).expect_err("no file");
    assert!(error.to_string().ends_with("measure it again: cargo run -- measure sum"), "{error}");
    let error = Measured::read(Path::new("no/such/file.json")).expect_err("no file");
    assert!(error.to_string().ends_with("measure it again: cargo run -- measure NAME"), "{error}");
}

#[test]
fn edits_by_hand_are_found() {
    // A verdict, a figure beside it, a round, the machine.
    let said = differences("\"proven\"", "{\"cannot_show\":\"a bad day\"}");
    assert_eq!(
        said,
        [
            "claim `two-threads`: “cannot show it: a bad day” is written down, but its rounds say “proven”"
        ]
    );
    let figures =
        ["claim `two-threads`: the figures beside its verdict are not those of its rounds"];
    assert_eq!(differences("\"middle\":1.90494", "\"middle\":1.99"), figures);
    assert_eq!(differences("\"baseline_ns\":1904.94", "\"baseline_ns\":1999.99"), figures);
    let said = differences("\"cpus\":2", "\"cpus\":1");
    assert!(
        said[0].ends_with(
            "its rounds say “cannot show it: one CPU only; the claim needs 1.5 effective cores”"
        ),
        "{said:?}"
    );
    assert_eq!(
        differences("\"sum/scoped-2\": {", "\"sum/scoped-3\": {"),
        ["claim `two-threads`: the time of `sum/scoped-2` is missing"]
    );
}

#[test]
fn claims_that_changed_since_are_found() {
    let measured = measured();
    let changed = |change: &dyn Fn(&mut claims::Bench)| {
        let mut claim = two_threads();
        if let Evidence::Bench(bench) = &mut claim.evidence {
            change(bench);
        }
        let all = measured.verify(&[claim]);
        all.iter().map(|difference| difference.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(changed(&|_| ()), [""; 0]);
    let was = "`sum/sequential` against `sum/scoped-2` with 2 workers' integer work was measured, the claim is about ";
    let said = changed(&|bench| bench.contender = "sum/rayon".to_owned());
    assert_eq!(
        said,
        [format!("{was}`sum/sequential` against `sum/rayon` with 2 workers' integer work")]
    );
    let said = changed(&|bench| (bench.workers, bench.work) = (4, Work::Float));
    assert_eq!(
        said,
        [format!("{was}`sum/sequential` against `sum/scoped-2` with 4 workers' float work")]
    );
    let said = changed(&|bench| bench.bound = Bound::AtLeast(3.0));
    assert!(
        said[0].starts_with("“proven” is written down, but its rounds say “refuted: 1.90"),
        "{said:?}"
    );
    let mut other = two_threads();
    other.id = "three-threads".to_owned();
    let said: Vec<_> = measured.verify(&[other]).iter().map(ToString::to_string).collect();
    let expected = [
        "claim `three-threads`: it was not measured",
        "claim `two-threads`: it was measured, but no benchmark carries such a claim",
    ];
    assert_eq!(said, expected);
}

#[test]
pub(crate) fn rounds_can_be_judged_again_under_another_bound() {
    let mut measured = measured();
    let stricter = claim(Bound::AtLeast(3.0), Some(1.5));
    measured.judge_again(std::slice::from_ref(&stricter));
    assert_eq!(measured.verify(std::slice::from_ref(&stricter)), []);
    let verdict = measured.claim("two-threads").map(|claim| claim.judgement.verdict.clone());
    assert!(matches!(verdict, Some(Verdict::Refuted(_))), "{verdict:?}");
}
