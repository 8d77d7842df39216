//! A ball goes to and fro between two threads, neither of which ever sleeps.
//!
//! Run it: `cargo run -p ball`

use std::hint::spin_loop;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};
use tracing::info_span;

/// Plays the hops of one player: waits for the ball, and hits it.
fn play(ball: &AtomicU32, hops: impl Iterator<Item = u32>) {
    for hop in hops {
        while ball.load(SeqCst) != hop {
            spin_loop();
        }
        ball.store(hop + 1, SeqCst);
    }
}

/// The time of the best of `games`, each of a hundred hops; if `one_core`, both threads on one.
fn hundred_hops(one_core: bool, games: u32) -> Duration {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.first().copied());
    let place = move || {
        if one_core && !core.is_some_and(core_affinity::set_for_current) {
            eprintln!("this system does not let a thread choose its core");
        }
    };
    let ball = AtomicU32::new(0);
    thread::scope(|scope| {
        let first = scope.spawn(|| {
            let _task = info_span!("player A").entered();
            place();
            let game = |number: u32| {
                let begun = Instant::now();
                play(&ball, (100 * number..100 * (number + 1)).step_by(2));
                begun.elapsed()
            };
            (0..games).map(game).min().unwrap_or_default()
        });
        scope.spawn(|| {
            let _task = info_span!("player B").entered();
            place();
            play(&ball, (1..100 * games).step_by(2));
        });
        first.join().unwrap() // It does not panic.
    })
}

fn main() {
    let run = timeline::start("any core");
    // Where there is only one core, a few games take long enough.
    let games =
        if thread::available_parallelism().is_ok_and(|cores| cores.get() == 1) { 2 } else { 2_000 };
    println!("100 hops on any core, best of {games:4} games: {:.1?}", hundred_hops(false, games));
    run.finish();
    let run = timeline::start("one core");
    println!("100 hops on one core, best of    2 games: {:.1?}", hundred_hops(true, 2));
    run.finish();
}
