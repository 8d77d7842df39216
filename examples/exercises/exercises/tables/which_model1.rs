// What tasks take
//
// It belongs to the section "From costs to a time" of the chapter "Which model?".
//
// A job has items that are alike: each computes and waits. With an async task an item, all on one thread,
// how long does the job take? Each task must be started and must compute, one after the other. All of them
// wait at the same time. (How late a timer is does not count here.)

use exercises::which_model::{Costs, Job};

/// How many microseconds the job takes, with a task an item.
fn tasks(job: &Job, costs: &Costs) -> u64 {
    // TODO: How often is the wait paid?
    job.items * (costs.task + job.cpu + job.wait)
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
