//! What holds of the program's lines however the threads are scheduled, and however long it naps.

use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn a_task_prints_its_lines_in_order_never_too_soon_and_perhaps_not_all() {
    for ms in [0, 1_200, 3_000] {
        let start = Instant::now();
        let mut program = Command::new(env!("CARGO_BIN_EXE_no-wait"));
        let output = program.args(["--nap", &format!("{ms}ms")]).output().expect("it was built");
        let wall = start.elapsed();
        assert!(output.status.success(), "losing lines is no failure: {}", output.status);
        // A sleep is never shorter than it should be: the nap, and the pauses between lines.
        assert!(wall >= Duration::from_millis(ms), "it napped for {wall:?} instead of {ms} ms");
        let printed = String::from_utf8(output.stdout).expect("it prints text");
        let mut lines = 0;
        for task in ["Task 1 : ", "Task 2 : "] {
            let of_task = printed.lines().filter_map(|line| line.strip_prefix(task));
            for (i, line) in of_task.enumerate() {
                assert_eq!(line, i.to_string(), "out of order:\n{printed}");
                assert!(i < 5, "more than five lines:\n{printed}");
                assert!(wall >= i as u32 * Duration::from_millis(500), "too soon:\n{printed}");
                lines += 1;
            }
        }
        assert_eq!(lines, printed.lines().count(), "other lines:\n{printed}");
    }
}

#[test]
fn a_nap_that_is_not_understood_is_a_failure() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_no-wait"));
    let output = program.args(["--nap", "3s"]).output().expect("it was built");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("a nap is written like `1200ms`"));
}
