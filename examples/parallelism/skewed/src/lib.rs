//! Jobs of growing length for several workers, in three ways to decide who does what. Time is counted,
//! not measured.

use timeline::Model;

// ANCHOR: jobs
/// How many jobs there are.
pub const JOBS: u64 = 16;

/// Job 0 takes a minute, and each job two minutes more than the one before.
pub fn minutes(job: u64) -> u64 {
    2 * job + 1
}
// ANCHOR_END: jobs

// ANCHOR: ways
/// All is decided before anything begins: each worker gets an equal part of the list.
pub fn in_parts(jobs: u64, workers: u64) -> Model {
    let worker = |job| job * workers / jobs;
    run("in equal parts", (0..jobs).map(|job| (job, Some(worker(job)))), workers)
}

/// Nothing is decided before: whoever is free takes the next job of the list.
pub fn next_free(jobs: u64, workers: u64) -> Model {
    run("the next job", (0..jobs).map(|job| (job, None)), workers)
}

/// Likewise, but the longest jobs are taken first.
pub fn longest_first(jobs: u64, workers: u64) -> Model {
    run("the longest first", (0..jobs).rev().map(|job| (job, None)), workers)
}
// ANCHOR_END: ways

/// Each job is done by the worker that was chosen for it, or by the one that is free first.
fn run(title: &str, jobs: impl Iterator<Item = (u64, Option<u64>)>, workers: u64) -> Model {
    let mut model = Model::new(&format!("{title}, {workers} workers"), "min");
    let mut free_at = vec![0; workers as usize];
    for (job, chosen) in jobs {
        let first_free = || (0..workers).min_by_key(|&worker| free_at[worker as usize]);
        let worker = chosen.or_else(first_free).expect("there is a worker");
        let start = free_at[worker as usize];
        let end = start + minutes(job);
        model.work(&format!("worker {}", worker + 1), &format!("job {job}"), start..end);
        free_at[worker as usize] = end;
    }
    model
}
