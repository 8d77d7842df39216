//! A child within its limits ends as it likes; beyond them it ends with its whole tree.
#![cfg(unix)] // The children are shell scripts.

use child::{End, Limits};
use std::process::Command;
use std::time::Duration;

fn shell(script: &str, limits: Limits) -> child::Outcome {
    child::run(Command::new("sh").args(["-c", script]), limits).expect("sh is there")
}

fn within(time: Duration) -> Limits {
    Limits { time, ..Limits::default() }
}

/// Whether a process with this number, written by the script, is still running. One that has been
/// killed and that nobody has asked about yet, a zombie, is not.
fn alive(pid: &[u8]) -> bool {
    let pid = String::from_utf8_lossy(pid);
    let state = Command::new("ps").args(["-o", "stat=", "-p", pid.trim()]).output();
    let state = state.expect("ps is there").stdout;
    !state.is_empty() && !state.starts_with(b"Z")
}

#[test]
fn output_and_status_come_back() {
    let outcome = shell("echo out; echo err >&2; exit 3", Limits::default());
    assert_eq!(outcome.stdout, b"out\n");
    assert_eq!(outcome.stderr, b"err\n");
    assert!(matches!(outcome.end, End::Exited(status) if status.code() == Some(3)));
    assert!(!outcome.success());
}

#[test]
fn an_endless_child_is_killed_and_says_so() {
    let outcome = shell("echo $$; while :; do :; done", within(Duration::from_millis(300)));
    assert_eq!(outcome.end, End::OutOfTime(Duration::from_millis(300)));
    assert!(!alive(&outcome.stdout));
}

#[test]
fn endless_output_is_cut_and_killed() {
    let limits = Limits { output: 10_000, ..Limits::default() };
    let outcome = shell("yes", limits);
    assert_eq!(outcome.end, End::TooMuchOutput(10_000));
    assert_eq!(outcome.stdout.len(), 10_000);
}

#[test]
fn a_grandchild_dies_with_the_tree() {
    let outcome = shell("sleep 600 & echo $!; wait", within(Duration::from_millis(300)));
    assert!(matches!(outcome.end, End::OutOfTime(_)));
    assert!(!alive(&outcome.stdout));
}

#[test]
fn a_child_left_behind_by_a_good_run_dies_too() {
    let outcome = shell("sleep 600 >/dev/null 2>&1 & echo $!", Limits::default());
    assert!(outcome.success());
    assert!(!alive(&outcome.stdout));
}

#[test]
#[cfg(target_os = "linux")]
fn a_child_that_calls_setsid_dies_too() {
    let script = "setsid sh -c 'echo $$; exec sleep 600' & wait";
    let outcome = shell(script, within(Duration::from_millis(500)));
    assert!(matches!(outcome.end, End::OutOfTime(_)));
    assert!(!outcome.stdout.is_empty(), "the escaping child never told its number");
    assert!(!alive(&outcome.stdout));
}

#[test]
fn a_child_can_be_stopped_and_heard_meanwhile() {
    let heard = std::cell::Cell::new(false);
    let mut command = Command::new("sh");
    command.args(["-c", "echo here; exec sleep 600"]);
    let end = child::stream(&mut command, Limits::default(), &|| heard.get(), &mut |_, bytes| {
        heard.set(bytes == b"here\n");
    });
    assert_eq!(end.expect("sh is there"), End::Stopped);
}

#[test]
#[cfg(target_os = "linux")]
fn a_child_of_a_child_dies_with_the_outer_one() {
    const INNER: &str = "LIMITS_INNER";
    let name = "a_child_of_a_child_dies_with_the_outer_one";
    if std::env::var_os(INNER).is_some() {
        // Started below: it has a child of its own, in another group and another tree.
        shell("exec sleep 7653.25", Limits::default());
        return;
    }
    let mut inner = Command::new(std::env::current_exe().expect("this program"));
    inner.args(["--exact", name]).env(INNER, "1");
    let outcome = child::run(&mut inner, within(Duration::from_secs(1))).expect("it starts");
    assert!(matches!(outcome.end, End::OutOfTime(_)), "{outcome:?}");
    let listed = Command::new("ps").args(["-eo", "stat=,args="]).output().expect("ps is there");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let left = |line: &&str| line.contains("7653.25") && !line.starts_with('Z');
    assert_eq!(listed.lines().find(left), None);
}
