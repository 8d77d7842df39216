// Jobs for a few workers
//
// It belongs to the section "A channel" of the chapter "One job, many dresses".
//
// Write a pool: `workers` threads do all jobs, and a worker that is free takes the next one. Each job is
// done once. The results come in the order of the jobs.
//
// The test goes through every schedule, so the threads are those of `interleave`, which work like those
// of std, and have names. There are also `interleave::channel("jobs", room)`, which gives a sender and a
// receiver that several threads may share by reference, `interleave::Mutex`, and `interleave::Shared`.

use exercises::dresses::Work;
use interleave::thread;

/// What the jobs give, in their order.
fn pool(workers: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
    let share = jobs.len().div_ceil(workers).max(1);
    thread::scope(|pool| {
        // TODO: Everything is dealt out beforehand.
        let shares = jobs.chunks(share);
        let threads: Vec<_> = shares
            .map(|share| pool.spawn("worker", move || share.iter().map(|job| work(*job)).collect()))
            .collect();
        let results: Vec<Vec<u32>> =
            threads.into_iter().map(|thread| thread.join().expect("no job panics")).collect();
        results.concat()
    })
}

fn main() {
    println!("the squares: {:?}", pool(2, &[1, 2, 3, 4], &|job| job * job));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::dresses;

    #[test]
    fn whoever_is_free_takes_the_next_job() {
        dresses::whoever_is_free_takes_the_next(pool);
    }
}
