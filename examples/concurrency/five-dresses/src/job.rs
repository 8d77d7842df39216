//! What is to be done, whoever does it: a job that computes, or one that waits.

use std::thread;
use std::time::Duration;
use tracing::{Instrument, info_span};

const A_WHILE: Duration = Duration::from_millis(100);

/// A kind of job; its number says which of the four it is.
#[derive(Clone, Copy)]
pub(crate) enum Job {
    /// Counts primes.
    Compute,
    /// Asks somebody far away, and waits for the answer.
    Wait,
}

impl Job {
    // ANCHOR: run
    /// Does the job. Its thread can do nothing else meanwhile.
    pub(crate) fn run(self, number: u64) -> u64 {
        let _task = info_span!("job", number).entered();
        match self {
            Job::Compute => primes(number),
            Job::Wait => {
                thread::sleep(A_WHILE);
                answer(number)
            }
        }
    }
    // ANCHOR_END: run

    // ANCHOR: run_async
    /// Does the job as an async task. While it waits, its thread is free.
    pub(crate) async fn run_async(self, number: u64) -> u64 {
        let job = async {
            match self {
                Job::Compute => primes(number),
                Job::Wait => {
                    tokio::time::sleep(A_WHILE).await;
                    answer(number)
                }
            }
        };
        job.instrument(info_span!("job", number)).await
    }
    // ANCHOR_END: run_async

    pub(crate) fn name(self) -> &'static str {
        match self {
            Job::Compute => "compute",
            Job::Wait => "wait",
        }
    }
}

/// How many primes there are in a stretch of the numbers, by trial division.
fn primes(number: u64) -> u64 {
    let is_prime = |n: &u64| (2..).take_while(|d| d * d <= *n).all(|d| n % d != 0);
    (number * 80_000..(number + 1) * 80_000).filter(is_prime).count() as u64
}

fn answer(number: u64) -> u64 {
    number * number
}
