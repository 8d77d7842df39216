//! Two threads raise a flag each and look at the other's: something that one core cannot do.
//!
//! Run it: `cargo run -p same-instant`

use core_affinity::CoreId;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed, Ordering::SeqCst, compiler_fence};
use std::thread;
use tracing::info_span;

const ROUNDS: u32 = 4_000;

/// Waits until both threads have come to this round; lets the other have the core now and then.
fn meet(arrived: &AtomicU32, round: u32) {
    arrived.fetch_add(1, SeqCst);
    for tries in 1_u64.. {
        if arrived.load(SeqCst) >= 2 * round {
            break;
        }
        if tries % 1_000 == 0 { thread::yield_now() } else { spin_loop() }
    }
}

/// In how many rounds neither thread sees the other's flag, one thread on each of these cores.
fn neither_saw(core_a: Option<CoreId>, core_b: Option<CoreId>) -> usize {
    let (arrived, flag_a, flag_b) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
    let duel = |core: Option<CoreId>, mine: &AtomicU32, other: &AtomicU32| -> Vec<bool> {
        if !core.is_some_and(core_affinity::set_for_current) {
            eprintln!("this system does not let a thread choose its core");
        }
        let round = |round| {
            meet(&arrived, round);
            mine.store(round, Relaxed); // Raises the flag for this round.
            compiler_fence(SeqCst); // The compiler keeps this order. Will the processor?
            other.load(Relaxed) == round
        };
        (1..=ROUNDS).map(round).collect()
    };
    let (saw_b, saw_a) = thread::scope(|scope| {
        let a = scope.spawn(|| info_span!("A").in_scope(|| duel(core_a, &flag_a, &flag_b)));
        let b = scope.spawn(|| info_span!("B").in_scope(|| duel(core_b, &flag_b, &flag_a)));
        (a.join().unwrap(), b.join().unwrap()) // Neither panics.
    });
    saw_b.into_iter().zip(saw_a).filter(|&(a, b)| !a && !b).count()
}

fn main() {
    let cores = core_affinity::get_core_ids().unwrap_or_default();
    let first = cores.first().copied();
    let second = cores.get(1).copied().or(first); // There may be no other.
    for (title, core_b) in [("two cores", second), ("one core", first)] {
        let run = timeline::start(title);
        let count = neither_saw(first, core_b);
        println!("on {title:9} neither saw a flag: {count:4} of {ROUNDS} rounds");
        run.finish();
    }
}
