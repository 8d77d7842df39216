// A pool with more threads than cores
//
// It belongs to the section "What the rows have in common" of the chapter "Which model?".
//
// A pool has so many threads, perhaps several for each core. They must be started. Then it takes as many
// items at a time as it has threads, until none is left: that is a round, and the last may be a smaller
// one. In a round all its items wait at the same time. But only as many as there are cores compute at the
// same time, and nobody computes while the others wait. How long does the job take? The formula below is
// that of a pool with a thread a core.

use exercises::which_model::{Costs, Job};

/// How many microseconds the job takes, in a pool of `threads`.
fn pool(job: &Job, costs: &Costs, threads: u64) -> u64 {
    // TODO: These threads are as many as the cores.
    let rounds = job.items.div_ceil(costs.cores);
    threads * costs.thread + rounds * (job.cpu + job.wait)
}

fn main() {
    let pages = Job { items: 60, cpu: 100, wait: 20_000 };
    let costs = Costs { cores: 2, task: 1, thread: 50 };
    println!("sixty pages with eight threads: {} us", pool(&pages, &costs, 8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::which_model;

    #[test]
    fn the_formula_is_right_for_every_pool() {
        which_model::more_threads_wait_and_the_cores_compute(pool);
    }
}
