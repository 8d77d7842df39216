//! E, the effective cores: how much work several spinners really get done together.
//!
//! E = calibration iterations a second of *p* spinners together ÷ those of one alone. It is what
//! this machine can give just now, for one kind of work: less than its number of cores where other
//! programs run, where a quota is set, where two logical processors share one core, where the clock
//! is slowed down when all cores work, or where all of them wait for the same memory.
//!
//! CPU time ÷ wall time is not it: a core that waits for memory, runs at half its clock or shares
//! its execution units with a sibling is charged in full. That quotient says how many cores a
//! program was given; E says what they were worth.
//!
//! What E does not see: load that is there in all of its phases, since that slows the one spinner
//! down as well. On a machine where others take half of every core, E of two spinners is 2; more
//! than there are cores is a sign of that, and [`judge`](crate::judge) takes it as one. A CPU quota
//! is dealt out in periods, mostly of 100 ms, so phases of half of that see it only roughly.

mod spinner;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use spinner::Spinner;

use crate::claim::Work;

/// How long one phase of a measurement takes unless told otherwise.
pub const PHASE: Duration = Duration::from_millis(50);

/// Measures the effective cores of `workers` spinners (at least one) at one kind of work.
///
/// One spinner works for half of `duration`, all together for the whole, one again for the other
/// half: a machine that grows slower at an even pace makes no difference. Returns E, above zero and
/// usually at most `workers`; 0 where no spinner ended a single step, or the system refused the
/// threads: too little was seen to say more. Memory work takes 32 MiB a worker.
#[must_use]
pub fn effective_cores(work: Work, workers: usize, duration: Duration) -> f64 {
    let half = duration / 2;
    let before = steps(work, 1, half);
    let together = steps(work, workers.max(1), half * 2);
    let after = steps(work, 1, half);
    let alone = before.unwrap_or(0) + after.unwrap_or(0);
    match together {
        Some(together) if alone > 0 => together as f64 / alone as f64,
        _ => 0.0,
    }
}

/// How many steps so many spinners end within a time; nothing where a thread cannot be had.
fn steps(work: Work, workers: usize, duration: Duration) -> Option<u64> {
    let done = AtomicU64::new(0);
    // All begin when they learn when to stop. A spinner that the kernel lets run late has done less
    // by then, and that is part of what is measured.
    let deadline = OnceLock::new();
    let (ready, all_ready) = mpsc::channel();
    thread::scope(|scope| {
        for number in 0..workers {
            let (done, deadline, ready) = (&done, &deadline, ready.clone());
            let spin = move || {
                let mut spinner = Spinner::new(work, number);
                let _ = ready.send(());
                drop(ready);
                done.fetch_add(spinner.until(*deadline.wait()), Ordering::Relaxed);
            };
            if thread::Builder::new().spawn_scoped(scope, spin).is_err() {
                // Those that are waiting are sent home.
                let _ = deadline.set(Instant::now());
                return None;
            }
        }
        // The channel ends when all have sent: each then lets go of its end.
        drop(ready);
        all_ready.iter().for_each(drop);
        let _ = deadline.set(Instant::now() + duration);
        Some(())
    })?;
    Some(done.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    // How many cores there are just now is the machine's affair, so the tests ask for nothing but
    // what holds on every one; even that a step is done in time, only one of many attempts need
    // show.
    fn some_work_gets_done(work: Work, workers: usize) -> bool {
        (0..50).any(|_| {
            let e = effective_cores(work, workers, PHASE);
            assert!(e.is_finite() && e >= 0.0, "{work}: {e}");
            e > 0.0
        })
    }

    #[test]
    fn every_kind_of_work_gets_done() {
        for work in Work::ALL {
            assert!(some_work_gets_done(work, 2), "{work}");
        }
    }

    #[test]
    fn no_worker_counts_as_one_and_no_time_as_nothing_seen() {
        assert!(some_work_gets_done(Work::Integer, 0));
        let e = effective_cores(Work::Integer, 2, Duration::ZERO);
        assert!(e.is_finite() && e >= 0.0, "{e}");
    }
}
