//! Criterion's files: what it really wrote, and what is said of files that it did not.

use std::fs;
use std::path::{Path, PathBuf};

use claims::Estimate;
use claims::criterion::{ReadError, estimate};
use snapbox::{assert_data_eq, str};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/criterion/home")
}

/// A home with one benchmark in it, `sum/two`, whose files have these texts.
fn home(estimates: Option<&str>, benchmark: Option<&str>) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = home.path().join("sum/two/new");
    fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in [("estimates.json", estimates), ("benchmark.json", benchmark)] {
        if let Some(text) = text {
            fs::write(folder.join(name), text).expect("a file");
        }
    }
    home
}

const BENCHMARK: &str = r#"{"group_id":"sum","function_id":"two","value_str":null,"throughput":null,
    "full_id":"sum/two","directory_name":"sum/two","title":"sum/two"}"#;

/// Estimates, each statistic with this interval and this point.
fn estimates(level: f64, low: f64, point: f64, high: f64) -> String {
    let one = format!(
        r#"{{"confidence_interval":{{"confidence_level":{level},"lower_bound":{low},
        "upper_bound":{high}}},"point_estimate":{point},"standard_error":1.0}}"#
    );
    format!(
        r#"{{"mean":{one},"median":{one},"median_abs_dev":{one},"slope":null,"std_dev":{one}}}"#
    )
}

/// What is said, with the temporary folder taken out.
fn refusal(home: &tempfile::TempDir) -> String {
    let error = estimate(home.path(), "sum/two").expect_err("files that are no estimates");
    let said = error.to_string().replace('\\', "/");
    said.replace(&home.path().to_string_lossy().replace('\\', "/"), "HOME")
}

#[test]
fn every_form_of_id_is_found_where_criterion_put_it() {
    let ids = [
        "alone",
        "what/is <this>?",
        "sum/sequential",
        "sum/scoped-2",
        "sum/chunks/64",
        "sum/8",
        "sum/same?",
        "sum/same*",
        "flat/one",
        "a-group-with-a-name-that-is-longer-than-the-sixty-four-bytes-criterion-keeps/one",
    ];
    let mut seen: Vec<Estimate> = Vec::new();
    for id in ids {
        let estimate = estimate(&golden(), id).unwrap_or_else(|error| panic!("{error}"));
        assert!(estimate.is_sound() && !seen.contains(&estimate), "{id}: {estimate:?}");
        seen.push(estimate);
    }
}

#[test]
fn the_figures_are_the_median_and_its_interval() {
    let path = golden().join("sum/scoped-2/new/estimates.json");
    let text = fs::read_to_string(path).expect("the golden file");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let median = &value["median"];
    let interval = &median["confidence_interval"];
    let estimate = estimate(&golden(), "sum/scoped-2").expect("the golden file");
    assert_eq!(Some(estimate.median_ns), median["point_estimate"].as_f64());
    assert_eq!(Some(estimate.low_ns), interval["lower_bound"].as_f64());
    assert_eq!(Some(estimate.high_ns), interval["upper_bound"].as_f64());
}

#[test]
fn without_a_median_the_mean_counts() {
    let whole = estimates(0.95, 1.0, 2.0, 3.0);
    let start = whole.find("\"median\":").expect("a median");
    let end = whole.find("\"median_abs_dev\"").expect("a deviation");
    let text = format!("{}{}", &whole[..start], &whole[end..]);
    let home = home(Some(&text), Some(BENCHMARK));
    let expected = Estimate { median_ns: 2.0, low_ns: 1.0, high_ns: 3.0 };
    assert_eq!(estimate(home.path(), "sum/two").ok(), Some(expected));
}

#[test]
fn no_output_says_what_to_run() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    assert_data_eq!(
        refusal(&empty),
        str!["criterion has written nothing of `sum/two` to HOME; run it: cargo bench -- sum/two"]
    );
    let error = estimate(&golden(), "sum/three").expect_err("an id that no bench has");
    assert!(matches!(error, ReadError::Missing { .. }), "{error}");
}

#[test]
fn half_written_output_is_told_apart() {
    let whole = estimates(0.95, 1.0, 2.0, 3.0);
    let half = &whole[..whole.len() / 2];
    let cases = [
        (None, None, "benchmark.json"),
        (Some(&*whole), None, "benchmark.json"),
        (None, Some(BENCHMARK), "estimates.json"),
        (Some(half), Some(BENCHMARK), "estimates.json"),
        (Some(""), Some(BENCHMARK), "estimates.json"),
        (Some(&*whole), Some(&BENCHMARK[..40]), "benchmark.json"),
    ];
    for (estimates, benchmark, file) in cases {
        let expected = format!(
            "HOME/sum/two/new/{file} is missing or cut, as a bench that was stopped leaves it; \
             run it again"
        );
        assert_eq!(refusal(&home(estimates, benchmark)), expected);
    }
}

#[test]
fn another_version_is_foreign() {
    let whole = estimates(0.95, 1.0, 2.0, 3.0);
    let renamed = whole.replace("point_estimate", "estimate");
    let more = whole.replacen('{', r#"{"version":"0.9","#, 1);
    let benchmark = BENCHMARK.replace("full_id", "id");
    let cases = [
        (&*renamed, BENCHMARK, "unknown field `estimate`"),
        (&*more, BENCHMARK, "unknown field `version`"),
        (&*whole, &*benchmark, "unknown field `id`"),
        ("[1, 2]", BENCHMARK, "invalid"),
        ("<html>", BENCHMARK, "expected value"),
        (&*estimates(0.99, 1.0, 2.0, 3.0), BENCHMARK, "its intervals are not of 95 %"),
        (&*estimates(0.95, 3.0, 2.0, 1.0), BENCHMARK, "its figures are no times"),
        (&*estimates(0.95, 0.0, 0.0, 0.0), BENCHMARK, "its figures are no times"),
    ];
    for (estimates, benchmark, reason) in cases {
        let said = refusal(&home(Some(estimates), Some(benchmark)));
        let (start, end) = ("is not what criterion 0.8 writes: ", "; delete it and run it again");
        assert!(said.contains(&format!("{start}{reason}")) && said.ends_with(end), "{said}");
    }
}

#[test]
fn a_directory_of_another_id_is_passed_over() {
    // `sum/two` may be a group's name of its own; the file says that it is not.
    let whole = estimates(0.95, 1.0, 2.0, 3.0);
    let home = home(Some(&whole), Some(&BENCHMARK.replace("sum/two", "sum?two")));
    let error = estimate(home.path(), "sum/two").expect_err("another id's directory");
    assert!(matches!(error, ReadError::Missing { .. }), "{error}");
}

#[test]
fn a_file_that_cannot_be_read_is_reported_as_such() {
    let home = home(None, Some(BENCHMARK));
    fs::write(home.path().join("sum/two/new/estimates.json"), [0xFF, 0xFE]).expect("a file");
    let error = estimate(home.path(), "sum/two").expect_err("no text");
    assert!(matches!(error, ReadError::Unreadable { .. }), "{error}");
}
