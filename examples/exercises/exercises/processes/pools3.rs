// A job that ends its workers
//
// It belongs to the section "When a worker is killed" of the chapter "Pools".
//
// The pool asks a worker to do a job. `Some` is the answer; with `None` the worker is gone. Then the
// job is given to a fresh one, but to no more than three in all: some jobs end every worker. When the
// job is given up, the error says how often it was tried. And whatever happens, somebody is there to be
// asked for the next job.

use exercises::pools::{Lost, Worker};

/// What comes of a job; after three attempts it is lost.
fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
    // TODO: One attempt is made, and whoever is gone is not replaced.
    // `worker.replace()` puts a fresh worker in its place.
    worker.ask(job).ok_or(Lost { job, attempts: 1 })
}

fn main() {
    println!("{:?}", result(&mut Worker::new(), 7));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::pools;

    #[test]
    fn a_job_is_done_again_but_not_for_ever() {
        pools::three_attempts_and_somebody_is_there(result);
    }
}
