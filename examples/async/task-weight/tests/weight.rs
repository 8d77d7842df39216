//! A waiting thread holds far more memory than a waiting task, where the system can tell.

use task_weight::{tasks, threads};

#[test]
fn a_thread_is_heavier() {
    const COUNT: usize = 2_000;
    let (task, thread) = (tasks(COUNT), threads(COUNT).expect("two thousand are given"));
    if let (Some(task), Some(thread)) = (task, thread) {
        // Of its stack a thread touches a page at the least, and a task has none.
        assert!(thread > 4_000, "a thread holds {thread} bytes");
        assert!(thread > 4 * task, "a thread holds {thread} bytes, a task {task}");
    }
}
