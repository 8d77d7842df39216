//! What is said of a machine: aligned lines, and a reason wherever there is no figure.

use claims::Machine;
use snapbox::{assert_data_eq, str};

#[test]
fn a_machine_is_told_in_aligned_lines() {
    let machine = Machine {
        cpus: Ok(8),
        allowed: Ok(8),
        quota: Ok(None),
        cache_line: Ok(64),
        workers: 2,
        effective: [1.957, 1.9, 1.344],
        hop_ns: Ok(63.4),
        thread_us: Ok(44.6),
    };
    assert_data_eq!(
        machine.to_string(),
        str![[r#"
logical CPUs for this process  8
allowed by the affinity mask   8
CPU quota                      none
cache line                     64 bytes
E of 2 workers, integer        1.96
E of 2 workers, float          1.90
E of 2 workers, memory         1.34
hop between two threads        63 ns
creating and joining a thread  45 µs
"#]]
    );
}

#[test]
fn what_cannot_be_shown_says_so() {
    let not_told = || Err("not told here".to_owned());
    let machine = Machine {
        cpus: Ok(1),
        allowed: Err("not told here".to_owned()),
        quota: Ok(Some(0.5)),
        cache_line: Err("not told here".to_owned()),
        workers: 1,
        effective: [1.0, 0.497, 0.0],
        hop_ns: Err("cannot be shown: one CPU only".to_owned()),
        thread_us: Err("cannot be shown: no thread was created".to_owned()),
    };
    assert_data_eq!(
        machine.to_string(),
        str![[r#"
logical CPUs for this process  1
allowed by the affinity mask   not told here
CPU quota                      0.50 cores
cache line                     not told here
E of 1 worker, integer         1.00
E of 1 worker, float           0.50
E of 1 worker, memory          cannot be shown
hop between two threads        cannot be shown: one CPU only
creating and joining a thread  cannot be shown: no thread was created
"#]]
    );
    let elsewhere = Machine { quota: Err("not told here".to_owned()), ..machine };
    assert!(elsewhere.to_string().contains("CPU quota                      not told here\n"));
    assert_eq!(elsewhere.allowed, not_told());
}

/// On whatever machine the tests run, each line has an answer; which, is the machine's affair.
#[test]
fn this_machine_has_an_answer_to_every_question() {
    let said = Machine::here(0).to_string();
    assert_eq!(said.lines().count(), 9, "{said}");
    assert!(
        said.lines()
            .all(|line| line.split("  ").last().is_some_and(|told| !told.trim().is_empty()))
    );
}
