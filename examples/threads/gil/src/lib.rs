//! What `row.py` measures of a Python, for Rust; and which Pythons there are.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

/// A worker's work: the primes below it are counted.
pub const LIMIT: u32 = 60_000;

/// Counts the primes below `limit`, by trial division.
pub fn primes(limit: u32) -> usize {
    let prime = |number: &u32| (2..=number.isqrt()).all(|divisor| !number.is_multiple_of(divisor));
    (2..limit).filter(prime).count()
}

/// The time of the best of some rounds.
pub fn seconds<T>(run: impl Fn() -> T) -> f64 {
    let round = || {
        let begun = Instant::now();
        run();
        begun.elapsed().as_secs_f64()
    };
    (0..10).map(|_| round()).fold(f64::INFINITY, f64::min)
}

/// The shortest time in which a ball goes from one spinning thread to the other, in seconds.
pub fn hop() -> f64 {
    let ball = AtomicU32::new(0);
    let end = Instant::now() + Duration::from_millis(100);
    let play = |mut hop| {
        let (mut last, mut best) = (Instant::now(), Duration::MAX);
        // On a busy machine, a few hops at least.
        while Instant::now() < end || hop < 6 {
            if ball.load(SeqCst) == hop {
                ball.store(hop + 1, SeqCst);
                best = best.min(last.elapsed());
                last = Instant::now();
                hop += 2;
            }
        }
        best
    };
    thread::scope(|scope| {
        let second = scope.spawn(|| play(1));
        play(0).max(second.join().unwrap()).as_secs_f64() / 2.0 // It does not panic.
    })
}

/// Every Python 3 on the path, once, with the options that it is to be run with: where the lock can
/// be switched off, once without it and once with it.
pub fn interpreters() -> Vec<(&'static str, &'static [&'static str])> {
    const NAMES: [&str; 8] = [
        "python3",
        "python",
        "python3.13",
        "python3.13t",
        "python3.14",
        "python3.14t",
        "python3.15",
        "python3.15t",
    ];
    let (mut known, mut found): (Vec<String>, Vec<(_, &[_])>) = (Vec::new(), Vec::new());
    for name in NAMES {
        let Ok(output) = Command::new(name).arg("-VV").output() else { continue };
        let version = String::from_utf8_lossy(&output.stdout).into_owned();
        if !version.starts_with("Python 3") || known.contains(&version) {
            continue; // Not there, or there by another name.
        }
        found.push((name, &[]));
        if version.contains("free-threading") {
            found.push((name, &["-X", "gil=1"]));
        }
        known.push(version);
    }
    found
}
