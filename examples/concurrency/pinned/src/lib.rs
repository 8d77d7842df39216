//! Two threads that compute, on any cores or both on one, and how often each lost its core.

mod switches;

pub use switches::Switches;

use std::hint::black_box;
use std::thread;
use std::time::Duration;
use tracing::info_span;

// ANCHOR: tasks
/// So many rounds of work, with a note of the time after each.
fn work(rounds: u64) {
    for round in 0..rounds {
        for number in 0..10_000 {
            black_box(number * round);
        }
        timeline::tick();
    }
}

/// Nothing but work.
pub fn compute() {
    work(600);
}

/// Less work, and a short wait after each bit of it.
pub fn nap() {
    for _ in 0..10 {
        work(10);
        thread::sleep(Duration::from_millis(2));
    }
}
// ANCHOR_END: tasks

/// Two threads, each with this to do; if `one_core`, both on the same one. How often they switched.
pub fn two(task: fn(), one_core: bool) -> Option<Switches> {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.first().copied());
    let thread = move |name| {
        if one_core && !core.is_some_and(core_affinity::set_for_current) {
            eprintln!("this system does not let a thread choose its core");
        }
        let before = Switches::of_this_thread();
        info_span!("task", name).in_scope(task);
        Some(Switches::of_this_thread()? - before?)
    };
    thread::scope(|scope| {
        let (a, b) = (scope.spawn(move || thread("A")), scope.spawn(move || thread("B")));
        Some(a.join().unwrap()? + b.join().unwrap()?) // Neither panics.
    })
}
