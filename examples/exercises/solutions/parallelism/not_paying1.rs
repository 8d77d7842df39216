// Work for a second core
//
// Alone, a task goes round in `computes + waits`. In this time all tasks together ask for
// `tasks * computes` of a core. If that is more, one core falls behind, round after round. The
// quotient of the two is the P that the work asks for: a second core helps when it is more than one.
//
// The same with the waiting share w = waits ÷ (computes + waits): one core can serve 1 ÷ (1 − w) tasks
// before it is busy. So whether a task mostly waits decides nothing by itself; five tasks that wait for
// four fifths of their time keep a core busy, and the sixth needs another.

/// Whether a second core helps so many tasks that each `computes` and `waits`, in milliseconds.
fn second_core_helps(tasks: u64, computes: u64, waits: u64) -> bool {
    tasks * computes > computes + waits
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
