// A heart behind the others
//
// It belongs to the section "More threads, later" of the chapter "Blocking the executor".
//
// Some tasks are ready at once, and each keeps its thread for so many milliseconds. Behind them in the
// line there is one more task, a heart. Whichever thread is free first takes the next one of the line.
// After how many milliseconds does the heart have its first turn?

/// After how many milliseconds the heart has its first turn, if each of the tasks before it has a
/// thread for `ms`.
fn first_beat(tasks: u64, threads: u64, ms: u64) -> u64 {
    // TODO: By then all tasks are done. Does the heart have to wait for that?
    tasks.div_ceil(threads) * ms
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
