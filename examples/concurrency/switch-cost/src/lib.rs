//! Two threads that take turns by handing over a baton: who does not have it, sleeps.

use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread::{self, Thread};

/// Some work.
pub fn work(amount: u32) {
    for number in 0..amount {
        black_box(number);
    }
}

// ANCHOR: turns
/// Every other turn, from the `first`: waits for it, works, and wakes the other one.
fn run(baton: &AtomicU32, first: u32, turns: u32, amount: u32, other: &Thread) {
    for turn in (first..turns).step_by(2) {
        while baton.load(SeqCst) != turn {
            thread::park(); // Sleeps until somebody calls `unpark`.
        }
        work(amount);
        baton.store(turn + 1, SeqCst);
        other.unpark();
    }
}
// ANCHOR_END: turns

/// Two threads with so many turns in all, each with this amount of work; if `one_core`, both on one.
pub fn relay(turns: u32, amount: u32, one_core: bool) {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.first().copied());
    let place = move || {
        if one_core && !core.is_some_and(core_affinity::set_for_current) {
            eprintln!("this system does not let a thread choose its core");
        }
    };
    let baton = &AtomicU32::new(0);
    thread::scope(|scope| {
        scope.spawn(move || {
            place();
            let first = thread::current();
            let second = scope.spawn(move || {
                place();
                run(baton, 1, turns, amount, &first);
            });
            run(baton, 0, turns, amount, second.thread());
        });
    });
}
