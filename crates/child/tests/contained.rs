//! What a stranger may have written stays within its bounds, and nothing of it is left.
#![cfg(target_os = "linux")]

use child::{Bounds, Contained, End, Holder, Limits};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const BOUNDS: Bounds = Bounds { memory: 1 << 30, processes: 60, files: 64, file_size: 1 << 20 };

/// Contained by namespaces: there is no holder here. What one does, the textbook's tests try.
fn contained(program: &Path, bounds: &Bounds) -> Result<Contained, String> {
    child::contained(program, bounds, &Holder(PathBuf::from("/nowhere")))
}

/// Runs a script contained, or says why this machine cannot.
fn script(text: &str, seconds: u64) -> Option<child::Outcome> {
    let mut contained = match contained(Path::new("sh"), &BOUNDS) {
        Ok(contained) => contained,
        Err(why) => {
            eprintln!("not tried: {why}");
            return None;
        }
    };
    contained.command.args(["-c", text]);
    let limits = Limits { time: Duration::from_secs(seconds), ..Limits::default() };
    Some(child::run(&mut contained.command, limits).expect("it starts"))
}

/// The processes, of all, whose arguments have this word.
fn left(word: &str) -> Vec<String> {
    let listed = Command::new("ps").args(["-eo", "pid,args"]).output().expect("ps is there");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    listed.lines().filter(|line| line.contains(word)).map(str::to_owned).collect()
}

/// Waits for what the kernel is still ending.
fn none_left(word: &str) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while !left(word).is_empty() {
        assert!(Instant::now() < deadline, "left: {:?}", left(word));
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn it_ends_as_it_would_outside() {
    let Some(outcome) = script("echo out; exit 3", 10) else { return };
    assert_eq!(outcome.stdout, b"out\n");
    assert!(matches!(outcome.end, End::Exited(status) if status.code() == Some(3)));
    let outcome = script("kill -ABRT $$", 10).expect("as above");
    assert!(matches!(outcome.end, End::Exited(status) if status.code() == Some(128 + 6)));
}

#[test]
fn a_child_that_hides_in_every_way_dies_too() {
    // A session of its own, an environment without our mark, and the parent gone.
    let hide = "env -i setsid sh -c 'exec sleep 7654.25' >/dev/null 2>&1 & sleep 0.3";
    let Some(outcome) = script(hide, 10) else { return };
    assert!(outcome.success(), "{outcome:?}");
    none_left("7654.25");
}

#[test]
fn a_child_of_a_stopped_run_dies_too() {
    let hide = "env -i setsid sh -c 'exec sleep 7654.75' >/dev/null 2>&1 & while :; do :; done";
    let Some(outcome) = script(hide, 1) else { return };
    assert!(matches!(outcome.end, End::OutOfTime(_)), "{outcome:?}");
    none_left("7654.75");
}

#[test]
fn forks_memory_and_files_have_an_end() {
    let forks = "i=0; while [ $i -lt 200 ]; do sleep 7654.5 & i=$((i+1)); done; echo all";
    let Ok(probe) = contained(Path::new("true"), &BOUNDS) else { return };
    if probe.counts_processes {
        let outcome = script(forks, 20).expect("as above");
        assert!(!outcome.stdout.ends_with(b"all\n"), "{outcome:?}");
        none_left("7654.5");
    }
    let memory = "head -c 2000000000 /dev/zero | tail -c 2000000000 | wc -c";
    let outcome = script(memory, 20).expect("as above");
    assert_eq!(outcome.stdout, b"0\n", "{outcome:?}");
    let folder = std::env::temp_dir().join(format!("contained-{}", std::process::id()));
    let file = format!("head -c 2000000 /dev/zero >{0}; wc -c <{0}; rm {0}", folder.display());
    let outcome = script(&file, 20).expect("as above");
    assert_eq!(outcome.stdout, b"1048576\n", "{outcome:?}");
}
