//! Did two things happen in the same instant? Two experiments that a single core cannot pass.
//!
//! Run it: `cargo run -p same-instant`

use std::hint::spin_loop;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed, Ordering::SeqCst, compiler_fence};
use std::thread;
use std::time::{Duration, Instant};

/// Runs both closures at once on a thread each; if `one_core`, both on the same core.
fn together<T: Send>(
    one_core: bool,
    first: impl FnOnce() -> T + Send,
    second: impl FnOnce() -> T + Send,
) -> (T, T) {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.first().copied());
    let place = move || {
        if one_core && !core.is_some_and(core_affinity::set_for_current) {
            eprintln!("this system does not let a thread choose its core");
        }
    };
    thread::scope(|scope| {
        let first = scope.spawn(move || (place(), first()).1);
        let second = scope.spawn(move || (place(), second()).1);
        (first.join().unwrap(), second.join().unwrap()) // Neither panics.
    })
}

/// A ball goes to and fro between two threads that never sleep. The best time for a hundred hops.
fn hundred_hops(one_core: bool, games: u32) -> Duration {
    let ball = AtomicU32::new(0);
    let hit = |hop| {
        while ball.load(SeqCst) != hop {
            spin_loop();
        }
        ball.store(hop + 1, SeqCst);
    };
    let game = |first: u32| {
        let begun = Instant::now();
        (first..first + 100).step_by(2).for_each(hit);
        begun.elapsed()
    };
    let best =
        |player| (0..games).map(|number| game(100 * number + player)).min().unwrap_or_default();
    together(one_core, || best(0), || best(1)).0
}

/// Each thread raises its own flag and then looks for the other's. How often does neither see one?
fn neither_saw(one_core: bool, rounds: u32) -> usize {
    let (arrived, flag_a, flag_b) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
    let duel = |mine: &AtomicU32, other: &AtomicU32| -> Vec<bool> {
        let round = |round| {
            arrived.fetch_add(1, SeqCst);
            while arrived.load(SeqCst) < 2 * round {
                spin_loop(); // Whoever comes second lets both go.
            }
            mine.store(round, Relaxed);
            compiler_fence(SeqCst); // The compiler keeps this order. Will the processor?
            other.load(Relaxed) == round
        };
        (1..=rounds).map(round).collect()
    };
    let saw = together(one_core, || duel(&flag_a, &flag_b), || duel(&flag_b, &flag_a));
    saw.0.iter().zip(&saw.1).filter(|&(a, b)| !a && !b).count()
}

fn main() {
    println!("                        any core       one core");
    let (free, one) = (hundred_hops(false, 2_000), hundred_hops(true, 2));
    println!("100 hops, at best {free:>14.1?} {one:>14.1?}");
    let (free, one) = (neither_saw(false, 20_000), neither_saw(true, 100));
    println!("neither saw a flag {free:>6} of 20000 {one:>7} of 100");
}
