//! Running what a page asks for: built, run, told as it happens.

use crate::kitchen::Kitchen;
use serde_json::json;

#[test]
fn an_example_is_built_and_run_and_told() {
    let kitchen = Kitchen::open();
    let events = kitchen.run("/run", &json!({ "example": "speaks", "core": "all" }));
    let kinds: Vec<_> = events.iter().map(|event| event["event"].as_str().expect("text")).collect();
    let started = kinds.iter().position(|kind| *kind == "started").expect("a start");
    assert!(kinds[..started].iter().all(|kind| *kind == "progress"), "{kinds:?}");
    let printed: Vec<_> = events[started + 1..].to_vec();
    let one = json!({ "event": "printed", "on": "stdout", "text": "one\n" });
    let two = json!({ "event": "printed", "on": "stderr", "text": "two\n" });
    assert!(printed.contains(&one) && printed.contains(&two), "{printed:?}");
    let end = json!({ "event": "ended", "well": false, "how": "It ended with exit code 3." });
    assert_eq!(events.last(), Some(&end));
    kitchen.nothing_left();
}

#[test]
fn what_was_changed_since_it_was_built_is_built_again() {
    let kitchen = Kitchen::open();
    let loses = json!({ "example": "loses" });
    let run = || serde_json::Value::from(kitchen.run("/run", &loses)).to_string();
    // The first run writes Cargo.lock, too.
    assert!(run().contains("Compiling") && run().contains("Finished"));
    assert!(!run().contains("progress"), "nothing has changed, and cargo is asked");
    kitchen.fixture.write("examples/a/loses/src/main.rs", "mod more; fn main() { more::more(); }");
    let more = "pub fn more() { println!(\"lost: 4 of 10\"); }";
    kitchen.fixture.write("examples/a/loses/src/more.rs", more);
    assert!(run().contains("lost: 4 of 10"));
    let more = more.replace('4', "5 or 6");
    kitchen.fixture.write("examples/a/loses/src/more.rs", more);
    assert!(run().contains("lost: 5 or 6 of 10"));
    // Somebody cleans up.
    std::fs::remove_dir_all(kitchen.fixture.path("target/debug")).expect("it is there");
    assert!(run().contains("lost: 5 or 6 of 10"));
}

#[test]
fn what_is_chosen_becomes_the_argument_that_it_stands_for() {
    let kitchen = Kitchen::open();
    for (chosen, nap) in [(json!({}), "2"), (json!({ "--nap": "1" }), "1")] {
        let events = kitchen.run("/run", &json!({ "example": "repeats", "chosen": chosen }));
        let command = format!("cargo run -p repeats -- --nap {nap}");
        let started = json!({ "event": "started", "command": command });
        let text = format!("[\"--nap\", \"{nap}\"]\n");
        let printed = json!({ "event": "printed", "on": "stdout", "text": text });
        assert!(events.contains(&started) && events.contains(&printed), "{events:?}");
    }
}

#[test]
#[cfg(target_os = "linux")] // Elsewhere no program is bound to a core.
fn one_core_is_one_core() {
    let kitchen = Kitchen::open();
    let cores = "println!(\"{:?} cores\", std::thread::available_parallelism());";
    let events = kitchen.run("/block", &json!({ "code": cores, "core": "one" }));
    let said = serde_json::Value::from(events).to_string();
    assert!(said.contains("Ok(1) cores") || said.contains("is not run"), "{said}");
    // The next one is not bound to what this one was.
    let (how, said) = kitchen.block(cores);
    let here = std::thread::available_parallelism().map_or(1, usize::from);
    assert!(said.contains(&format!("Ok({here}) cores")) || how.contains("is not run"), "{said}");
}

#[test]
fn a_run_says_what_it_shows_of_a_claim_and_a_measurement_judges_it() {
    let kitchen = Kitchen::open();
    let loses = json!({ "example": "loses" });
    let events = kitchen.run("/run", &loses);
    let verdict = json!({
        "event": "verdict", "claim": "lost", "says": "So many are lost",
        "verdict": "proven here, by this run",
    });
    assert!(events.contains(&verdict), "{events:?}");

    let events = kitchen.run("/measure", &loses);
    let progress = json!({ "event": "progress", "text": "Running loses …" });
    assert!(events.contains(&progress), "{events:?}");
    let printed: String = events
        .iter()
        .filter(|event| event["on"] == "stdout")
        .filter_map(|event| event["text"].as_str())
        .collect();
    assert!(printed.starts_with("loses/lost") && printed.contains("proven here"), "{events:?}");
    assert_eq!(events.last().expect("an end")["well"], true, "{events:?}");
    kitchen.nothing_left();
}

#[test]
fn what_rustlings_remembers_is_told() {
    let kitchen = Kitchen::open();
    let told = || {
        let answer = kitchen.ask("/course", &kitchen.headers(), "{}");
        serde_json::from_str::<serde_json::Value>(&answer.body).expect("JSON")
    };
    assert_eq!(told(), json!({ "current": null, "done": [] }));
    let state = "DON'T EDIT THIS FILE!\n\nbowl2\n\nbowl1";
    kitchen.fixture.write("examples/exercises/.rustlings-state.txt", state);
    assert_eq!(told(), json!({ "current": "bowl2", "done": ["bowl1"] }));
}
