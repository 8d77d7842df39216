//! What is to be done, whoever does it: a job that computes, or one that waits.

pub mod dresses;

use std::thread;
use std::time::Duration;
use tracing::{Instrument, info_span};

const A_WHILE: Duration = Duration::from_millis(100);

/// A kind of job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Counts primes.
    Compute,
    /// Asks somebody far away, and waits for the answer.
    Wait,
}

// ANCHOR: run
/// Does a job. Its thread can do nothing else meanwhile.
pub fn run(job: Job, number: u64) -> u64 {
    let _task = info_span!("job", number).entered();
    match job {
        Job::Compute => primes(number),
        Job::Wait => {
            thread::sleep(A_WHILE);
            answer(number)
        }
    }
}
// ANCHOR_END: run

// ANCHOR: run_async
/// Does a job as an async task. While it waits, its thread is free.
pub async fn run_async(job: Job, number: u64) -> u64 {
    let task = async {
        match job {
            Job::Compute => primes(number),
            Job::Wait => {
                tokio::time::sleep(A_WHILE).await;
                answer(number)
            }
        }
    };
    task.instrument(info_span!("job", number)).await
}
// ANCHOR_END: run_async

/// How many primes there are in a stretch of the numbers, by trial division.
fn primes(number: u64) -> u64 {
    let is_prime = |n: &u64| {
        timeline::tick(); // Notes the time, so that a pause shows.
        (2..).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d))
    };
    (number * 80_000..(number + 1) * 80_000).filter(is_prime).count() as u64
}

fn answer(number: u64) -> u64 {
    number * number
}
