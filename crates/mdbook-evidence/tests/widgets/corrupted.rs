//! A corrupted key or witness is caught, whichever field it is in.

use mdbook_evidence::schedules::Schedules;
use serde_json::{Value, json};

use crate::program::{Program, abba, counter};

/// Every way in which one field of a search's result is changed, with its name.
fn corrupted(program: &Program) -> Vec<(String, Value)> {
    let good = program.schedules("");
    let mut found = Vec::new();
    let mut change = |path: String, value: Value| {
        let mut bad = good.clone();
        let place = bad.pointer_mut(&path).unwrap_or_else(|| panic!("{path} is not there"));
        if *place != value {
            *place = value;
            found.push((path, bad));
        }
    };
    change("/states".into(), json!(1));
    for count in [json!("5"), json!("7"), json!(null)] {
        change("/schedules".into(), count);
    }
    let outcomes = good["outcomes"].as_array().expect("outcomes");
    for (index, outcome) in outcomes.iter().enumerate() {
        for count in [json!("1"), json!("3"), json!(null)] {
            change(format!("/outcomes/{index}/schedules"), count);
        }
        // That `finished` is no deadlock cannot be seen: a program may end before its threads.
        if outcome["kind"] == "finished" {
            change(format!("/outcomes/{index}/kind"), json!("deadlock"));
        }
        let witness = outcome["witness"].as_array().expect("a witness");
        change(format!("/outcomes/{index}/witness"), json!(witness[1..]));
        for (step, thread) in witness.iter().enumerate() {
            let other = 1 - thread.as_u64().expect("a thread");
            // The other thread may lead to the same outcome; then it is as good a witness.
            let mut moved = witness.clone();
            moved[step] = json!(other);
            if end(&good, &moved) != Some(json!(index)) {
                change(format!("/outcomes/{index}/witness/{step}"), json!(other));
            }
            change(format!("/outcomes/{index}/witness/{step}"), json!(7));
        }
    }
    let graph = good["graph"].as_array().expect("a graph");
    for (node, state) in graph.iter().enumerate() {
        let reach = state["reach"].as_array().expect("a list");
        change(format!("/graph/{node}/reach"), json!(reach[1..]));
        change(format!("/graph/{node}/reach"), json!([0, 1, 1]));
        for end in [json!(null), json!(0), json!(1), json!(2)] {
            change(format!("/graph/{node}/end"), end);
        }
        change(format!("/graph/{node}/at/0"), json!(99));
        for thread in state["next"].as_object().expect("a map").keys() {
            for to in 0..=graph.len() {
                change(format!("/graph/{node}/next/{thread}"), json!(to));
            }
        }
    }
    found
}

/// The outcome that a schedule ends with.
fn end(file: &Value, witness: &[Value]) -> Option<Value> {
    let mut node = &file["graph"][0];
    for thread in witness {
        let to = node["next"].get(thread.to_string())?.as_u64()?;
        node = &file["graph"][usize::try_from(to).ok()?];
    }
    Some(node["end"].clone())
}

#[test]
fn every_corruption_is_caught() {
    for program in [counter(), abba()] {
        let all = corrupted(&program);
        assert!(all.len() > 100, "only {} corruptions", all.len());
        let missed: Vec<_> = all
            .iter()
            .filter(|(_, bad)| Schedules::parse(&bad.to_string()).is_ok())
            .map(|(path, bad)| format!("{path} = {}", bad.pointer(path).expect("it was changed")))
            .collect();
        assert!(missed.is_empty(), "{} of {} were missed: {missed:#?}", missed.len(), all.len());
    }
}

#[test]
fn a_cycle_makes_the_number_of_schedules_endless() {
    // One thread waits in a circle until the other has gone.
    let node = |next: Value, at: Value, end: Value| json!({"v": [], "out": [], "next": next, "at": at, "does": ["wait", "set"], "end": end, "reach": [0]});
    let mut file = json!({
        "program": "wait", "code": null, "states": 3, "schedules": null, "stopped": null,
        "threads": ["anna", "ben"], "lines": [{"at": 1, "text": "wait();"}], "shared": [],
        "outcomes": [{"text": "()", "kind": "finished", "schedules": null, "witness": [1, 0]}],
        "livelock": null,
        "graph": [
            node(json!({"0": 0, "1": 1}), json!([0, 0]), json!(null)),
            node(json!({"0": 2}), json!([0, null]), json!(null)),
            node(json!({}), json!([null, null]), json!(0)),
        ],
    });
    Schedules::parse(&file.to_string()).expect("it agrees with itself");
    file["schedules"] = json!("2");
    let fault = Schedules::parse(&file.to_string()).expect_err("there is no end of them");
    assert_eq!(fault, "the program has endlessly many schedules, and it says 2");
}
