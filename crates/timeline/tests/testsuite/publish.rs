//! Where a finished run goes: tried in a process of its own, since it reads the environment.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use timeline::Recording;

use crate::kitchens as k;

/// What the child does; without the variable a test that does nothing.
#[test]
fn child() {
    if env::var_os("TIMELINE_TEST_CHILD").is_some() {
        timeline::publish(&k::sequential());
    }
}

fn run(file: Option<&Path>) -> Output {
    let mut command = Command::new(env::current_exe().expect("a test binary has a path"));
    command.args(["--exact", "publish::child", "--nocapture"]).env("TIMELINE_TEST_CHILD", "1");
    command.env_remove("TIMELINE_FILE").envs(file.map(|path| ("TIMELINE_FILE", path)));
    let output = command.output().expect("the test binary starts");
    assert!(output.status.success());
    output
}

#[test]
fn runs_are_appended() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("appended");
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let file = folder.join("timeline.json");
    for count in 1..=2 {
        assert_eq!(String::from_utf8_lossy(&run(Some(&file)).stderr), "");
        let recording = Recording::read(&file).map_err(|error| error.to_string());
        assert_eq!(recording.map(|recording| recording.runs), Ok(vec![k::sequential(); count]));
    }
    assert_eq!(fs::read_dir(&folder).map(Iterator::count).ok(), Some(1), "temporary files stay");
}

#[test]
fn a_failure_is_one_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let foreign = folder.join("foreign.json");
    fs::write(&foreign, "not ours").expect("the target folder can be written");
    for file in [&foreign, &folder.join("missing/timeline.json")] {
        let error = String::from_utf8_lossy(&run(Some(file)).stderr).into_owned();
        assert!(error.starts_with("timeline: the run was not recorded: "), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
    assert_eq!(fs::read_to_string(&foreign).ok().as_deref(), Some("not ours"));
}

#[test]
fn a_pipe_gets_nothing() {
    let output = run(None);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.contains("cook") && output.stderr.is_empty(), "{text}");
}
