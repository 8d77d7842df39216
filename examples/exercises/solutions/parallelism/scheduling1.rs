// A plan without idle hands
//
// Each job goes to the worker that is free first. So when a job begins, nobody has been free for
// longer, and nobody can have stood idle beside it.
//
// That is enough for Graham's bound: the last job to end began when all others were at work, so
// everything before it was shared evenly, and it adds no more than its own length. It is not the best
// plan: [1, 1, 2] takes two workers 3 minutes, and 2 are possible. Who takes the longest jobs first
// comes nearer, and has to know all of them beforehand.

/// For each worker the jobs that it does, in this order, by their places in the list.
fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
    let mut plan = vec![Vec::new(); workers];
    let mut free_at = vec![0; workers];
    for (job, length) in minutes.iter().enumerate() {
        let first_free = (0..workers).min_by_key(|&worker| free_at[worker]);
        let worker = first_free.expect("there is a worker");
        plan[worker].push(job);
        free_at[worker] += length;
    }
    plan
}

fn main() {
    println!("{:?}", plan(&[1, 3, 5, 7, 9, 11], 2));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::scheduling;

    #[test]
    fn nobody_stands_idle_while_a_job_is_left() {
        scheduling::plans_without_idling(plan);
    }
}
