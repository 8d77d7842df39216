//! Four ways to run two tasks, and the numbers that tell them apart.
//!
//! Run it: `cargo run -p measure-me`

use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::Duration;
use tracing::{Instrument, info_span};

/// Keeps a processor core busy.
fn work(rounds: u64) {
    for round in 0..rounds {
        for number in 0..10_000 {
            black_box(number * round);
        }
        timeline::tick(); // Notes the time, so that a pause shows.
    }
}

fn one_after_the_other() {
    for name in ["a", "b"] {
        info_span!("task", name).in_scope(|| work(400));
    }
}

/// Both in one thread: each works for a while, then lets the other go on.
#[tokio::main(flavor = "current_thread")]
async fn taking_turns() {
    let task = async || {
        for _ in 0..10 {
            work(40);
            tokio::task::yield_now().await;
        }
    };
    let (a, b) = (info_span!("task", name = "a"), info_span!("task", name = "b"));
    tokio::join!(task().instrument(a), task().instrument(b));
}

fn side_by_side(task: fn()) {
    let ready = &Barrier::new(2);
    thread::scope(|scope| {
        for name in ["a", "b"] {
            scope.spawn(move || {
                let _task = info_span!("task", name).entered();
                ready.wait(); // Neither begins before both threads are there.
                task();
            });
        }
    });
}

fn main() {
    let ways: [(&str, fn()); 4] = [
        ("one after the other", one_after_the_other),
        ("taking turns", taking_turns),
        ("side by side", || side_by_side(|| work(400))),
        ("side by side, asleep", || side_by_side(|| thread::sleep(Duration::from_millis(60)))),
    ];
    let runs = ways.map(|(title, way)| {
        let recorder = timeline::start(title);
        way();
        recorder.finish()
    });

    println!("                      in progress   executing   CPU ÷ wall");
    for run in runs {
        let (title, busy) = (&run.title, run.mean_executing());
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        println!("{title:20} {in_progress:12} {executing:11} {busy:12.2}");
    }
}
