// A heart behind the others
//
// The rounds in which *every* thread is kept, and only these, are what the heart has to wait for: as
// often as the tasks fill all threads, so the quotient rounded down. If a round is left in which
// some thread has no task, the heart has that thread. When all tasks are done, the quotient is rounded
// *up*, and that round counts too.
//
// So with more threads than tasks the heart does not wait at all, and with as many tasks as threads it
// waits for a whole round. That is the fault that does not show on a large machine.
//
// Another way is to do it as the line does: keep for each thread when it is free, give each task
// to the one that is free first, and look at the smallest number in the end. It also does for tasks
// that do not take equally long; the law is sooner calculated.

/// After how many milliseconds the heart has its first turn, if each of the tasks before it has a
/// thread for `ms`.
fn first_beat(tasks: u64, threads: u64, ms: u64) -> u64 {
    tasks / threads * ms
}

fn main() {
    for threads in 1..=5 {
        println!("4 tasks of 100 ms, threads: {threads}: {} ms", first_beat(4, threads, 100));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::blocking;

    #[test]
    fn the_heart_beats_when_a_thread_is_free() {
        blocking::knows_the_first_beat(first_beat);
    }
}
