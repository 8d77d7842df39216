//! A waiting thread holds far more memory than a waiting task, and a goroutine is between the two,
//! where the system can tell.

use task_weight::{goroutines, tasks, threads};

const COUNT: usize = 2_000;

#[test]
fn a_thread_is_heavier() {
    let (task, thread) = (tasks(COUNT), threads(COUNT).expect("two thousand are given"));
    if let (Some(task), Some(thread)) = (task, thread) {
        // Of its stack a thread touches a page at the least, and a task has none.
        assert!(thread > 4_000, "a thread holds {thread} bytes");
        assert!(thread > 4 * task, "a thread holds {thread} bytes, a task {task}");
    }
}

#[test]
fn a_goroutine_is_between() {
    let Some(goroutine) = goroutines(COUNT) else {
        eprintln!("not tried: there is no Go here, or it cannot tell");
        return;
    };
    // The stack that one begins with has two kibibytes.
    assert!(goroutine > 2_048, "a goroutine holds {goroutine} bytes");
    if let (Some(task), Ok(Some(thread))) = (tasks(COUNT), threads(COUNT)) {
        assert!(task < goroutine && goroutine < thread, "{task}, {goroutine}, {thread} bytes");
    }
}
