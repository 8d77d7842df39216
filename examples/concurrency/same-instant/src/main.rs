//! Two threads raise a flag each and look at the other's: something that one core cannot do.
//!
//! Run it: `cargo run -p same-instant`

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

/// In how many rounds neither thread sees the other's flag; if `one_core`, both run on one.
fn neither_saw(one_core: bool) -> usize {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.first().copied());
    let (arrived, flag_a, flag_b) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
    let duel = |mine: &AtomicU32, other: &AtomicU32| -> Vec<bool> {
        if one_core && !core.is_some_and(core_affinity::set_for_current) {
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
        let a = scope.spawn(|| info_span!("A").in_scope(|| duel(&flag_a, &flag_b)));
        let b = scope.spawn(|| info_span!("B").in_scope(|| duel(&flag_b, &flag_a)));
        (a.join().unwrap(), b.join().unwrap()) // Neither panics.
    });
    saw_b.into_iter().zip(saw_a).filter(|&(a, b)| !a && !b).count()
}

fn main() {
    let run = timeline::start("any core");
    println!("on any core, neither saw a flag: {:5} of {ROUNDS} rounds", neither_saw(false));
    run.finish();
    let run = timeline::start("one core");
    println!("on one core, neither saw a flag: {:5} of {ROUNDS} rounds", neither_saw(true));
    run.finish();
}
