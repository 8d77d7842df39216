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
        info_span!("task", name).in_scope(|| work(2_000));
    }
}

/// Both in one thread: each works for a while, then lets the other go on.
#[tokio::main(flavor = "current_thread")]
async fn taking_turns() {
    let task = async || {
        for _ in 0..10 {
            work(200);
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
        ("side by side", || side_by_side(|| work(2_000))),
        ("side by side, asleep", || side_by_side(|| thread::sleep(Duration::from_millis(200)))),
    ];
    let runs = ways.map(|(title, way)| {
        let recorder = timeline::start(title);
        way();
        recorder.finish()
    });

    println!("                      in progress   executing      C      P");
    for run in runs {
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        let (c, p) = (run.mean_in_progress(), run.mean_executing());
        println!("{:20} {in_progress:12} {executing:11} {c:6.2} {p:6.2}", run.title);
    }
}
