// Work for a second core
//
// It belongs to the section "The waiting share" of the chapter "When it does not pay".
//
// Some tasks are in progress all the time, and each does the same over and over: it computes for some
// milliseconds, and then waits for an answer. One core serves them all. Would a second core get more
// done in the long run, or would it have nothing to do?
//
// The program below knows the rule of thumb: what mostly waits is I/O-bound, and has no use for cores.
// The test lets one core and two serve the tasks, with an exact clock, and compares.

/// Whether a second core helps so many tasks that each `computes` and `waits`, in milliseconds.
fn second_core_helps(tasks: u64, computes: u64, waits: u64) -> bool {
    // TODO: Ten tasks that mostly wait: how long does the core compute while one of them waits?
    tasks > 1 && computes > waits
}

fn main() {
    for tasks in [1, 2, 5, 10] {
        println!("{tasks} tasks, 10 ms and 40 ms: {}", second_core_helps(tasks, 10, 40));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::not_paying;

    #[test]
    fn a_second_core_helps_where_one_is_not_enough() {
        not_paying::knows_whether_a_second_core_helps(second_core_helps);
    }
}
