//! What holds of the program's lines however the threads are scheduled, and however long it naps.

use std::process::Command;

/// Runs the program with this nap, and gives the lines of each task. It must end well.
fn lines(nap: &str) -> [Vec<String>; 2] {
    let program = env!("CARGO_BIN_EXE_no-wait");
    let output = Command::new(program).args(["--nap", nap]).output().expect("it was built");
    assert!(output.status.success(), "losing lines is no failure: {}", output.status);
    let printed = String::from_utf8(output.stdout).expect("it prints text");
    let of = |name: &str| -> Vec<String> {
        printed.lines().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
    };
    let lines = [of("Task 1 : "), of("Task 2 : ")];
    assert_eq!(lines[0].len() + lines[1].len(), printed.lines().count(), "{printed}");
    lines
}

#[test]
fn each_task_prints_its_lines_in_order_and_perhaps_not_all() {
    for nap in ["0ms", "1ms", "700ms", "1200ms"] {
        for task in lines(nap) {
            let whole = ["0", "1", "2", "3", "4"];
            assert!(task.len() <= whole.len() && task == whole[..task.len()], "{nap}: {task:?}");
        }
    }
}
