//! What two threads cost: a value's way from one to the other, and a thread's own making.

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::Told;
use crate::interval::median;

/// Hops timed together: many against the cost of reading the clock, few against the µs in which
/// nothing disturbs them.
const HOPS: u64 = 100;

/// How many times so many hops are timed; the best counts.
const TIMES: usize = 300;

/// A hop that took longer than this was no hop between two threads that both ran: the other one had
/// to be let run first. It is a hundred times what two cores need and a hundredth of a time slice.
const LONGEST_NS: f64 = 10_000.0;

/// What an atomic value takes from one thread to another, in nanoseconds: two threads spin, each
/// waiting for the other's number, and the best of several hundred batches counts, since other load only
/// ever makes them slower.
///
/// The threads never yield: with one CPU a `yield_now` would pass the turn to the other thread so
/// quickly that the two seemed to run at the same time. It takes `limit` at most, and a batch.
///
/// # Errors
///
/// In words, where it cannot be shown: with one CPU, or where the two were never seen running at the
/// same time.
pub fn hop_time(cpus: usize, limit: Duration) -> Told<f64> {
    if cpus < 2 {
        return Err("cannot be shown: one CPU only".to_owned());
    }
    let best = ping_pong(limit).ok_or("cannot be shown: no second thread")?;
    let hop = best.as_secs_f64() * 1e9 / HOPS as f64;
    if hop > LONGEST_NS {
        return Err("cannot be shown: the two threads did not run at the same time".to_owned());
    }
    Ok(hop)
}

/// The shortest time of [`HOPS`] hops; nothing where a thread cannot be had.
fn ping_pong(limit: Duration) -> Option<Duration> {
    // Even: the number is with this thread; odd: with the other.
    let ball = AtomicU64::new(0);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let other = || {
            let mut next = 1;
            while let Some(()) = wait_for(&ball, next, &over) {
                ball.store(next + 1, Ordering::Release);
                next += 2;
            }
        };
        thread::Builder::new().spawn_scoped(scope, other).ok()?;
        let end = Instant::now() + limit;
        let mut best: Option<Duration> = None;
        let mut next = 0;
        for _ in 0..TIMES {
            let start = Instant::now();
            for _ in 0..HOPS / 2 {
                ball.store(next + 1, Ordering::Release);
                next += 2;
                wait_for(&ball, next, &over);
            }
            let took = start.elapsed();
            best = Some(best.map_or(took, |best| best.min(took)));
            if Instant::now() > end {
                break;
            }
        }
        over.store(true, Ordering::Release);
        best
    })
}

/// Spins until the ball has this number; nothing where the game is over first.
fn wait_for(ball: &AtomicU64, number: u64, over: &AtomicBool) -> Option<()> {
    while ball.load(Ordering::Acquire) != number {
        if over.load(Ordering::Relaxed) {
            return None;
        }
        hint::spin_loop();
    }
    Some(())
}

/// What creating a thread that does nothing and joining it takes, in microseconds: the median of so
/// many times.
///
/// # Errors
///
/// In words, where the system refuses a thread.
pub fn thread_time(times: usize) -> Told<f64> {
    let mut all = Vec::with_capacity(times);
    for _ in 0..times {
        let start = Instant::now();
        let thread = thread::Builder::new().spawn(|| ());
        let joined = thread.map(thread::JoinHandle::join);
        if let Err(error) = joined {
            return Err(format!("cannot be shown: {error}"));
        }
        all.push(start.elapsed().as_secs_f64() * 1e6);
    }
    median(&all).ok_or_else(|| "cannot be shown: no thread was created".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cpu_shows_no_hop() {
        let refused = Err("cannot be shown: one CPU only".to_owned());
        assert_eq!(hop_time(1, Duration::from_millis(1)), refused);
        assert_eq!(hop_time(0, Duration::from_millis(1)), refused);
    }

    #[test]
    fn a_hop_takes_time_or_cannot_be_shown() {
        // How long is the machine's affair: a busy one may show no hop at all.
        match hop_time(2, Duration::from_millis(20)) {
            Ok(hop) => assert!(hop > 0.0 && hop <= LONGEST_NS, "{hop}"),
            Err(reason) => assert!(reason.starts_with("cannot be shown"), "{reason}"),
        }
    }

    #[test]
    fn a_thread_takes_time_to_make() {
        assert!(thread_time(3).is_ok_and(|us| us > 0.0));
        assert_eq!(thread_time(0), Err("cannot be shown: no thread was created".to_owned()));
    }
}
