// A plan without idle hands
//
// It belongs to the section "Who gets what" of the chapter "Scheduling parallel work".
//
// The minutes that each job takes are known, and no job needs another. Plan who does which, so that no
// worker stands idle while there is a job that nobody has begun. The plan below decides everything
// before it looks at a single job.
//
// The test goes through many lists of jobs with an exact clock, and draws the first plan that fails.

/// For each worker the jobs that it does, in this order, by their places in the list.
fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
    let mut plan = vec![Vec::new(); workers];
    let mut free_at = vec![0; workers];
    for (job, length) in minutes.iter().enumerate() {
        // TODO: Each worker gets an equal part of the list, however long the jobs in it are.
        let worker = job * workers / minutes.len();
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
