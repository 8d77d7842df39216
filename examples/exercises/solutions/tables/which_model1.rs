// What tasks take
//
// What there is one of is paid for each item: the thread, on which tasks are started and compute. What each
// has for itself is paid once, and that is the wait.
//
// With a thread an item the wait is paid once as well. The two differ by what it costs to start one, and by
// the cores that can compute. The formula is too hopeful where the other side is slower when sixty ask.

use exercises::which_model::{Costs, Job};

/// How many microseconds the job takes, with a task an item.
fn tasks(job: &Job, costs: &Costs) -> u64 {
    job.items * (costs.task + job.cpu) + job.wait
}

fn main() {
    let pages = Job { items: 60, cpu: 100, wait: 20_000 };
    let costs = Costs { cores: 2, task: 1, thread: 50 };
    println!("sixty pages: {} us", tasks(&pages, &costs));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::which_model;

    #[test]
    fn the_formula_is_right_for_every_job() {
        which_model::all_wait_at_the_same_time(tasks);
    }
}
