//! The recording's text: what it looks like, and what is said of one that cannot be read.

use std::path::Path;

use snapbox::{assert_data_eq, str};
use timeline::{ReadError, Recording};

use crate::kitchens as k;

const PLACE: &str = "examples/concurrency/one_knife/recorded/timeline.json";

fn recording() -> Recording {
    let passport = "{\"machine\": \"a test\", \"cpus\": 2}".parse().ok();
    let mut machine = k::machine();
    if let Some(slices) = &mut machine.executing {
        slices.truncate(2);
    }
    let runs = vec![k::sequential(), k::ordered(), machine];
    Recording { runs, passport, code: Some("9f2c".to_owned()) }
}

#[test]
fn the_text_is_laid_out_for_diffs() {
    assert_data_eq!(
        recording().to_text(),
        str![[r#"
{"timeline": 1,
"code": "9f2c",
"passport": {"cpus":2,"machine":"a test"},
"runs": [
{"title": "one after the other", "unit": "min", "end": 8,
"workers": ["cook"],
"tasks": [["onions",0,4,[]],["cucumbers",4,8,[]]],
"spans": [[0,0,0,4],[0,1,4,8]]
},
{"title": "a salad", "unit": "min", "end": 8,
"workers": ["Ada","Grace"],
"tasks": [["onions",0,4,[]],["cucumbers",0,3,[]],["dressing",4,6,[0]],["toss",6,8,[2,1]]],
"spans": [[0,0,0,4],[0,2,4,6],[1,1,0,3],[1,3,6,8]]
},
{"title": "two threads, one core", "unit": "ns", "end": 80000000, "cpu": 70000000,
"workers": ["thread a","thread b"],
"tasks": [["count a",0,80000000,[]],["count b",0,80000000,[]]],
"spans": [[0,0,0,80000000],[1,1,0,80000000]],
"executing": [[0,0,3900000],[1,4000000,7900000]]
}
]}

"#]]
    );
}

#[test]
fn empty_recordings_are_recordings() {
    let text = Recording::default().to_text();
    assert_data_eq!(
        &text,
        str![[r#"
{"timeline": 1,
"runs": [
]}

"#]]
    );
    assert_eq!(Recording::parse(&text, Path::new(PLACE)).ok(), Some(Recording::default()));
}

fn refused(text: &str) -> ReadError {
    match Recording::parse(text, Path::new(PLACE)) {
        Ok(_) => panic!("was read: {text}"),
        Err(error) => error,
    }
}

#[test]
fn every_refusal_says_what_to_type_next() {
    let check = |text: &str, expected: &str| {
        let message = refused(text).to_string();
        let next = "; record it again: cargo run -- record one_knife";
        assert_eq!(message.strip_suffix(next), Some(format!("{PLACE} {expected}").as_str()));
    };
    check("{\"timeline\": 2, \"all\": \"new\"}", "has version 2, newer than 1");
    check("{\"timeline\": 1,\n\"runs\": [\n", "ends too early (complete runs: 0)");
    check("{\"timeline\": 1}", "is not a recording: missing field `runs` at line 1 column 15");
    check("{\"rows\": []}", "is not a recording: missing field `timeline` at line 1 column 12");
    check("", "is not a recording: it does not begin with `{`");
    check("[1, 2", "is not a recording: it does not begin with `{`");
}

#[test]
fn contradictions_are_found() {
    let text = recording().to_text().replace("[0,1,4,8]", "[0,1,3,8]");
    assert_eq!(
        refused(&text).to_string(),
        format!(
            "run `one after the other` in {PLACE} contradicts itself: span 3..8 of `cucumbers` is \
             not within 4..8; record it again: cargo run -- record one_knife"
        )
    );
}

/// Wherever the text is cut, the runs that were closed before the cut come back, as they were.
#[test]
fn complete_runs_survive_a_cut() {
    let whole = recording();
    let text = whole.to_text();
    let mut most = 0;
    for cut in text.char_indices().map(|(index, _)| index).skip(15).take(text.len() - 18) {
        match refused(&text[..cut]) {
            ReadError::Truncated { complete, .. } => {
                let runs = complete.runs.len();
                assert_eq!(complete.runs, whole.runs[..runs], "cut at {cut}");
                assert_eq!(runs, text[..cut].matches("\n}").count(), "cut at {cut}");
                most = most.max(runs);
            }
            other => panic!("cut at {cut}: {other}"),
        }
    }
    assert_eq!(most, whole.runs.len());
}

#[test]
fn a_missing_file_is_named() {
    let error =
        Recording::read(Path::new("nowhere/recorded/timeline.json")).map_err(|e| e.to_string());
    let message = error.err().unwrap_or_default();
    assert!(message.starts_with("failed to read nowhere/recorded/timeline.json: "), "{message}");
}
