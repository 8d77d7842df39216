// A job that ends its workers
//
// A worker is replaced as soon as it is gone, also after the last attempt: the next job needs one, and
// it is not that job's fault. So the replacement belongs to the attempt, not to the repetition.
//
// This promises *at least once*: a worker may have done everything before it went. To promise *at most
// once*, make one attempt, replace, and say that nobody knows.

use exercises::pools::{Lost, Worker};

/// What comes of a job; after three attempts it is lost.
fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
    const ATTEMPTS: u32 = 3;
    for _ in 0..ATTEMPTS {
        if let Some(result) = worker.ask(job) {
            return Ok(result);
        }
        worker.replace();
    }
    Err(Lost { job, attempts: ATTEMPTS })
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
