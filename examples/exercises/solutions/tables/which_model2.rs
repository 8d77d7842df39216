// A pool with more threads than cores
//
// What is scarce decides how often a thing is paid. Threads are what waits: a wait for each round. Cores are
// what computes: in a round, one item's time for each time that the cores are filled. The last round may be
// smaller, and then the cores are filled less often.
//
// More threads than cores shorten the waits and nothing else, and each has to be started. For a job that only
// computes they are a loss. And to say that nobody computes while others wait is not hopeful enough: in a real
// pool some do.

use exercises::which_model::{Costs, Job};

/// How many microseconds the job takes, in a pool of `threads`.
fn pool(job: &Job, costs: &Costs, threads: u64) -> u64 {
    let computing = |items: u64| items.div_ceil(costs.cores) * job.cpu;
    let (full, rest) = (job.items / threads, job.items % threads);
    let waits = job.items.div_ceil(threads) * job.wait;
    threads * costs.thread + full * computing(threads) + computing(rest) + waits
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
