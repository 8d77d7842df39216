// Two workers, one at work
//
// What is made in the head of `while let` lives until its body has ended, and so did the guard of the
// lock. Here a function takes the next job. Its guard is dropped when it returns, before the work.
//
// A queue with a bound of none would do it too: `sync_channel(0)`, of which the workers take. It would
// need a thread that fills it, and a lock around its receiver, with the same trap.

use std::sync::Mutex;
use std::thread;

/// Jobs, one after the other; `work` does one of them.
type Jobs<'a> = &'a mut (dyn Iterator<Item = u32> + Send);
type Work<'a> = &'a (dyn Fn(u32) + Sync);

/// Does all jobs on as many threads as there are workers.
fn each(jobs: Jobs<'_>, workers: usize, work: Work<'_>) {
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().unwrap().next();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = next() {
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
