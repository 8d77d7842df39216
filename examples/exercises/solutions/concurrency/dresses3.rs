// Jobs for a few workers
//
// The jobs lie in a channel, with their places. A worker that is free takes what comes next, so nobody
// has to know beforehand which job is long. The sender is dropped before the workers begin: to them that
// is the end of the jobs, and without it all would wait for ever when the channel is empty.
//
// Who finishes first is open, so each result keeps its place, and they are sorted at the end. A `Mutex`
// around an iterator over the jobs does it too, if the guard is dropped before the work begins; in
// `while let Some(job) = jobs.lock().next()` it lives through the whole body, and only one can work.

use exercises::dresses::Work;
use interleave::{channel, thread};

/// What the jobs give, in their order.
fn pool(workers: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
    let (jobs_out, jobs_in) = channel("jobs", jobs.len().max(1));
    for job in jobs.iter().copied().enumerate() {
        jobs_out.send(job).expect("the receiver is there");
    }
    drop(jobs_out);
    thread::scope(|pool| {
        let threads: Vec<_> = (0..workers)
            .map(|_| {
                pool.spawn("worker", || -> Vec<_> {
                    jobs_in.iter().map(|(place, job)| (place, work(job))).collect()
                })
            })
            .collect();
        let results = threads.into_iter().flat_map(|thread| thread.join().expect("no job panics"));
        let mut results: Vec<_> = results.collect();
        results.sort_by_key(|&(place, _)| place);
        results.into_iter().map(|(_, result)| result).collect()
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
