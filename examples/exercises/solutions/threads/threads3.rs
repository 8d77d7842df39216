// A crowd of threads for a few cores
//
// The threads are counted first, and then the jobs are dealt out like cards: thread 0 of 3 does 0, 3,
// 6, … So each job is somebody's, and nobody needs to talk to anybody. Where the system does not know
// the number of cores, one thread is certainly not too many.
//
// The price: it is settled beforehand who does what. If the jobs take unequal time, one thread may still
// have several to do when the others have gone home.
//
// Another way is a common counter, from which each thread takes the number of its next job
// (`fetch_add`). Then nobody idles while there is a job. This is what a pool does.

use std::io;
use std::num::NonZero;
use std::thread::{self, available_parallelism};

/// Does each job, `work(0)` to `work(jobs - 1)`, once.
fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
    let threads = cores.map_or(1, NonZero::get).min(jobs);
    thread::scope(|scope| {
        for first in 0..threads {
            scope.spawn(move || (first..jobs).step_by(threads).for_each(work));
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
