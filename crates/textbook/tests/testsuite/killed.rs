//! What must end though nobody asks nicely: the server is killed, or what hides is stopped.
#![cfg(target_os = "linux")] // Where programs are held.

use crate::fixture::wait_for;
use crate::kitchen::Kitchen;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

/// Rust that starts a program which hides, and waits for it.
fn hides(word: &str) -> String {
    format!(
        "std::process::Command::new(\"setsid\").args([\"sleep\", \"{word}\"]).env_clear().status().unwrap();"
    )
}

#[test]
fn a_killed_server_leaves_no_block_running() {
    killed_while(Kitchen::open(), "/block", &json!({ "code": hides("8765.75") }), "8765.75");
}

#[test]
fn without_namespaces_it_leaves_no_block_running_either() {
    let kitchen = Kitchen::without_namespaces();
    killed_while(kitchen, "/block", &json!({ "code": hides("8765.5") }), "8765.5");
}

#[test]
fn a_killed_server_leaves_no_build_running() {
    let kitchen = Kitchen::open();
    build_hides(&kitchen, "8764.25");
    killed_while(kitchen, "/run", &json!({ "example": "loses" }), "8764.25");
}

#[test]
fn a_killed_server_leaves_no_measurement_running() {
    let kitchen = Kitchen::open();
    build_hides(&kitchen, "8764.75");
    killed_while(kitchen, "/measure", &json!({ "example": "loses" }), "8764.75");
}

#[test]
fn a_stopped_build_leaves_nothing_that_hides() {
    let kitchen = Kitchen::open();
    build_hides(&kitchen, "8764.5");
    for path in ["/run", "/measure"] {
        std::thread::scope(|scope| {
            let (stop, stopped) = std::sync::mpsc::channel();
            let kitchen = &kitchen;
            scope.spawn(move || {
                kitchen.hang_up_when(path, &json!({ "example": "loses" }), &stopped);
            });
            wait_for("the build", || sleeps("8764.5").then_some(()));
            stop.send(()).expect("it listens");
            wait_for("its end", || (!sleeps("8764.5")).then_some(()));
        });
        kitchen.nothing_left();
    }
}

/// Lets the build of `loses` start a program that hides, and end when that does.
fn build_hides(kitchen: &Kitchen, word: &str) {
    let script = format!("fn main() {{ {} }}", hides(word));
    kitchen.fixture.write("examples/a/loses/build.rs", script);
}

/// Whether `sleep` is running, for so many seconds.
fn sleeps(word: &str) -> bool {
    let listed = Command::new("ps").args(["-eo", "args"]).output().expect("ps is there");
    String::from_utf8_lossy(&listed.stdout).contains(&format!("sleep {word}"))
}

/// Kills the server while it does what starts `sleep`, which must then end.
fn killed_while(kitchen: Kitchen, path: &str, body: &Value, word: &str) {
    let pid = kitchen.pid();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // It never ends: the server does.
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                kitchen.ask(path, &kitchen.headers(), &body.to_string())
            }))
            .ok();
        });
        wait_for("what is to be killed", || sleeps(word).then_some(()));
        let killed = Command::new("kill").args(["-KILL", &pid.to_string()]).status();
        assert!(killed.expect("kill is there").success());
        wait_for("its end", || (!sleeps(word)).then_some(()));
    });
    // The control group outlives whoever could have removed it, until the next server does.
    let group = format!("textbook-{pid}-");
    drop(kitchen);
    let next = Kitchen::open();
    next.run("/run", &json!({ "example": "speaks" }));
    for parent in ["/sys/fs/cgroup/pids", "/sys/fs/cgroup"] {
        let mut groups = fs::read_dir(parent).into_iter().flatten().flatten();
        let is_its = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(&group);
        assert!(!groups.any(|entry| is_its(&entry)), "a group is left in {parent}");
    }
}
