//! `claims.toml`: what a claim may say, and all that is said of one that may not.

use claims::file::{check_prints, parse, read};
use claims::{Bench, Bound, Evidence, Kind, Work};
use snapbox::{assert_data_eq, str};

const GOOD: &str = r#"
[[claim]]
id = "two-threads"                      # kebab-case
says = "Two threads sum a slice in half the time"
kind = "ratio"
bench = { baseline = "sum/sequential", contender = "sum/scoped-2" }
at_least_times_e = 0.85
needs_e = 1.5
work = "memory"
workers = 4

[[claim]]
id = "walking-away"
says = "One cook who walks away is done after this many minutes"
kind = "exact"
test = "four-pies prints what it must, in Rust"
prints = "14 min"

[[claim]]
id = "no-more"
says = "A lock makes them no faster"
kind = "ratio"
bench = { baseline = "count/one", contender = "count/locked" }
at_most = 1
"#;

/// What is wrong with a claim that has these lines, after its first line.
fn faults(lines: &str) -> String {
    let text = format!("[[claim]]\n{lines}");
    parse(&text).expect_err("a faulty claim").to_string()
}

const HEAD: &str = "id = \"a\"\nsays = \"A sentence\"\n";
const BENCH: &str = "kind = \"ratio\"\nbench = { baseline = \"a/b\", contender = \"a/c\" }\n";

#[test]
fn claims_are_read_in_their_order() {
    let claims = parse(GOOD).expect("a good file");
    let summary: Vec<_> = claims.iter().map(|claim| (&*claim.id, claim.kind, claim.line)).collect();
    let expected = [
        ("two-threads", Kind::Ratio, 2),
        ("walking-away", Kind::Exact, 12),
        ("no-more", Kind::Ratio, 19),
    ];
    assert_eq!(summary, expected);
    let bench = |baseline: &str, contender: &str, bound, needs_e, work, workers| {
        let (baseline, contender) = (baseline.to_owned(), contender.to_owned());
        Evidence::Bench(Bench { baseline, contender, bound, needs_e, work, workers })
    };
    let bound = Bound::AtLeastTimesE(0.85);
    let first = bench("sum/sequential", "sum/scoped-2", bound, Some(1.5), Work::Memory, 4);
    assert_eq!(claims[0].evidence, first);
    let test = "four-pies prints what it must, in Rust".to_owned();
    assert_eq!(claims[1].evidence, Evidence::Test { test, prints: Some("14 min".to_owned()) });
    let bound = Bound::AtMost(1.0);
    let last = bench("count/one", "count/locked", bound, None, Work::Integer, 2);
    assert_eq!(claims[2].evidence, last);
    assert_eq!(parse(""), Ok(Vec::new()));
}

#[test]
fn every_fault_is_reported_at_once_with_its_line() {
    let text = r#"title = "claims"

[[claim]]
id = "Two_Threads"
says = ""
kind = "ration"
bench = { baseline = "a/b", contendr = "a/c" }
at_least = 2.0
at_most = "much"
need_e = 1.5
workers = 0

[[claim]]
id = "same"
says = "This takes 14 min"
kind = "ratio"
test = "a test"
work = "floats"

[[claim]]
id = "same"
kind = "exact"

[[claim]]
id = "both"
says = "Both"
kind = "model"
test = "a test"
bench = { baseline = "a/b", contender = "a/c" }
"#;
    assert_data_eq!(
        parse(text).expect_err("many faults").to_string(),
        str![[r#"
line 1: there is no `title`; there is `claim`
line 4: the id `Two_Threads` is not in kebab-case: `two-threads`
line 5: `says` must be a text that is not empty
line 6: there is no kind `ration`; did you mean `ratio`?
line 7: `contender` is missing
line 7: there is no field `contendr`; did you mean `contender`?
line 9: `at_most` must be a number above zero
line 9: a `bench` needs one of `at_least`, `at_most`, `at_least_times_e`
line 10: there is no field `need_e`; did you mean `needs_e`?
line 11: `workers` must be a whole number from 1 on
line 15: the sentence has a figure, so `prints` must name it
line 16: a claim of kind `ratio` needs a `bench`
line 18: `work` belongs to a `bench`
line 20: `says` is missing
line 20: a claim needs evidence: `test`, `witness` or `bench`
line 21: the id `same` is taken by the claim of line 14
line 29: a claim has a `test` or a `bench`, not both
"#]]
    );
}

#[test]
fn a_witness_is_a_line_with_one_hole_and_makes_a_certificate() {
    let witness = |kind: &str, lines: &str| faults(&format!("{HEAD}kind = \"{kind}\"\n{lines}"));
    let line = "witness = \"seen [..] times\"";
    let text = format!("[[claim]]\n{HEAD}kind = \"certificate\"\n{line}");
    let claims = parse(&text).expect("a certificate");
    let expected = Evidence::Witness { line: "seen [..] times".to_owned() };
    assert_eq!(claims[0].evidence, expected);
    assert_eq!(claims::file::check_prints(&claims, "seen [..] times\n"), []);
    let missing = claims::file::check_prints(&claims, "seen [..] times in all\n");
    assert_eq!(missing[0].message, "`seen [..] times` of `a` is no line of expected.txt");

    let said = witness("exact", line);
    assert_eq!(said, "line 4: a claim with a `witness` is of kind `certificate`");
    let said = witness("certificate", &format!("{line}\ntest = \"a test\""));
    assert_eq!(said, "line 6: a `witness` stands alone, without `test`");
    let said = witness("certificate", "witness = \"seen\"");
    assert_eq!(said, "line 5: a `witness` has one hole, `[..]`, for the count");
}

#[test]
fn a_bench_is_of_kind_ratio_and_has_one_bound() {
    let bound = |lines: &str| faults(&format!("{HEAD}{BENCH}{lines}"));
    let one = "a `bench` needs one of `at_least`, `at_most`, `at_least_times_e`";
    assert_eq!(bound(""), format!("line 1: {one}"));
    assert_eq!(bound("at_least = 1\nat_most = 2"), format!("line 7: {one}"));
    assert!(bound("at_lest = 2.0").contains("`at_lest`; did you mean `at_least`?"));
    for number in ["0", "-1.5", "nan", "inf", "\"2\"", "true", "2024-01-01"] {
        let said = bound(&format!("at_least = {number}"));
        assert_eq!(said, "line 6: `at_least` must be a number above zero", "{number}");
    }
    let exact = BENCH.replace("ratio", "exact");
    let said = faults(&format!("{HEAD}{exact}at_least = 2"));
    assert_eq!(said, "line 4: a claim with a `bench` is of kind `ratio`");
    let said = bound("at_least = 2\nprints = \"2\"");
    assert_eq!(said, "line 7: `prints` belongs to a `test`");
    let said = bound("at_least = 2\nneeds_e = 2.5");
    assert_eq!(said, "line 7: 2 workers never give 2.5 effective cores");
    let same = BENCH.replace("a/c", "a/b");
    let said = faults(&format!("{HEAD}{same}at_least = 2"));
    assert_eq!(said, "line 5: a benchmark is compared with itself");
    let text = BENCH.replace("{ baseline = \"a/b\", contender = \"a/c\" }", "\"a/b\"");
    let said = faults(&format!("{HEAD}{text}at_least = 2"));
    assert_eq!(said, "line 5: expected a table, found string");
}

#[test]
fn what_is_no_toml_or_no_list_says_where() {
    let said = parse("[[claim]]\nid = \"a\"\nid = \"b\"\n").expect_err("a key twice").to_string();
    assert!(said.starts_with("line 3: duplicate key"), "{said}");
    let said = parse("[[claim]]\nid = two\nkind = [1\n").expect_err("no TOML").to_string();
    assert!(said.starts_with("line 2: ") && said.contains("\nline 3: "), "{said}");
    let said = parse("[claim]\nid = \"a\"\n").expect_err("one table").to_string();
    assert_eq!(said, "line 1: claims are written as `[[claim]]`");
    let said = parse("claim = [1]\n").expect_err("a number").to_string();
    assert_eq!(said, "line 1: expected a table, found integer");
    let said = parse("[[claims]]\nid = \"a\"\n").expect_err("a misspelt list").to_string();
    assert_eq!(said, "line 1: there is no `claims`; did you mean `claim`?");
}

#[test]
fn a_file_is_read_with_its_name_in_every_fault() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("claims.toml");
    let said = read(&path).expect_err("no file").to_string();
    assert!(said.starts_with("failed to read ") && said.contains("claims.toml: "), "{said}");
    std::fs::write(&path, "[[claim]]\nid = \"a\"\n").expect("a file");
    let said = read(&path).expect_err("a faulty file").to_string();
    assert_eq!(said.lines().filter(|line| line.contains("claims.toml:1: ")).count(), 3, "{said}");
    std::fs::write(&path, GOOD).expect("a file");
    assert_eq!(read(&path).expect("a good file").len(), 3);
}

#[test]
fn a_figure_must_be_what_the_example_prints() {
    let claims = parse(GOOD).expect("a good file");
    assert_eq!(check_prints(&claims, "done after 14 min\n"), []);
    let faults = check_prints(&claims, "done after 114 min\n");
    let said: Vec<_> =
        faults.iter().map(|fault| format!("{}: {}", fault.line, fault.message)).collect();
    assert_eq!(said, ["12: `14 min` of `walking-away` is not what the example prints"]);
}
