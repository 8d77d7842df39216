// Two workers, one at work
//
// It belongs to the section "No more than it can do" of the chapter "Pools".
//
// Each worker has a thread in the parent, which takes a job, has it done, and takes the next. So a
// worker with a long job keeps nobody waiting, and no job is taken before a worker is free for it.
// Below stands such a pool. All jobs are done, and none too early. But only one worker works.

use std::sync::Mutex;
use std::thread;

/// Jobs, one after the other; `work` does one of them.
type Jobs<'a> = &'a mut (dyn Iterator<Item = u32> + Send);
type Work<'a> = &'a (dyn Fn(u32) + Sync);

/// Does all jobs on as many threads as there are workers.
fn each(jobs: Jobs<'_>, workers: usize, work: Work<'_>) {
    let jobs = Mutex::new(jobs);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                // TODO: The lock is for the iterator. How long is it held?
                while let Some(job) = jobs.lock().unwrap().next() {
                    work(job);
                }
            });
        }
    });
}

fn main() {
    each(&mut (1..=4), 2, &|job| println!("job {job}: {}", job * job));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::pools;

    #[test]
    fn whoever_is_free_takes_the_next_job() {
        pools::whoever_is_free_takes_the_next(each);
    }
}
