// A crowd of threads for a few cores
//
// It belongs to the section "How many" of the chapter "Threads".
//
// The jobs are numbered from 0, and they only compute. So there should be as many threads at work as
// there are cores, or as many as there are jobs if these are fewer. No more than that are to do jobs
// from the beginning to the end; a thread that has done its job is there for the next one.
//
// `cores` is what `available_parallelism` returned. The system need not know the number. Then one core
// is all that you can rely on.

use std::io;
use std::num::NonZero;
use std::thread::{self, available_parallelism};

/// Does each job, `work(0)` to `work(jobs - 1)`, once.
fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
    // TODO: A thread for each job. And if there are more cores than jobs, a thread for each core.
    let threads = cores.map_or(jobs, |cores| cores.get().max(jobs));
    thread::scope(|scope| {
        for number in 0..threads {
            scope.spawn(move || {
                if number < jobs {
                    work(number);
                }
            });
        }
    });
}

fn main() {
    do_all(3, available_parallelism(), &|job| println!("job {job}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::threads;

    #[test]
    fn each_job_is_done_once() {
        threads::each_job_is_done_once(do_all);
    }

    #[test]
    fn there_are_no_more_threads_than_cores() {
        threads::no_more_threads_than_cores(do_all);
    }

    #[test]
    fn every_core_has_a_job() {
        threads::every_core_has_a_job(do_all);
    }
}
