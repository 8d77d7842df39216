//! The programs that are recorded. Each is what a reader might write.

mod runs;
mod spans;

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tracing::{Instrument, info_span};

pub(crate) fn run(name: &str) {
    match name {
        "nothing" => drop(timeline::start("nothing")),
        "spinners" => spinners(NEVER),
        "ticking spinners" => spinners(1),
        "rare ticks" => rare_ticks(),
        "sleep between ticks" => sleep_between_ticks(),
        "one processor" => one_processor(NEVER),
        "one processor, ticking" => one_processor(1),
        "one processor, rare ticks" => one_processor(50),
        "threads" => threads(),
        "rayon" => rayon(),
        "tokio" => tokio(),
        "another worker" => another_worker(),
        "parent" => runs::parent(&["child", "child"]),
        "grandparent" => runs::parent(&["young parent"]),
        "young parent" => runs::parent(&["child"]),
        "killed child" => runs::parent(&["killed"]),
        "child" => runs::child(),
        "killed" => runs::killed(),
        "panics" => spans::panics(),
        "panics with the guard" => runs::panics_with_the_guard(),
        "nested" => spans::nested(),
        "entered twice" => spans::entered_twice(),
        "left out of order" => spans::left_out_of_order(),
        "never closed" => spans::never_closed(),
        "dead thread" => spans::dead_thread(),
        "never left" => spans::never_left(),
        "deadlock" => spans::deadlock(),
        "two runs" => runs::two_runs(),
        "across runs" => runs::across_runs(),
        "start twice" => runs::start_twice(),
        "levels and fields" => spans::levels_and_fields(),
        "spans within names" => spans::spans_within_names(),
        "full" => runs::full(),
        "composed" => runs::composed(),
        "foreign subscriber" => runs::foreign_subscriber(),
        other => panic!("there is no scenario `{other}`"),
    }
}

/// Computes until so much time has passed, however much of it this thread gets; ticks once in so
/// many turns of some 10 µs.
fn spin(time: Duration, every: u32) {
    let start = Instant::now();
    for turn in 1.. {
        (0..2_000).for_each(|number| _ = black_box(number));
        if turn % every == 0 {
            timeline::tick();
        }
        if start.elapsed() >= time {
            break;
        }
    }
}

/// No ticks.
const NEVER: u32 = u32::MAX;

/// A piece of work that takes a few µs at least.
fn work() {
    (0..20_000).for_each(|number| _ = black_box(number));
}

fn spinners(every: u32) {
    let _run = timeline::start("two spinners");
    thread::scope(|scope| {
        for name in ["a", "b"] {
            scope.spawn(move || {
                let _task = info_span!("spin", name).entered();
                spin(Duration::from_millis(40), every);
            });
        }
    });
}

/// Ticks so rarely that it looks like somebody else's turn each time.
fn rare_ticks() {
    let _run = timeline::start("rare ticks");
    let _task = info_span!("spin").entered();
    for _ in 0..10 {
        timeline::tick();
        spin(Duration::from_millis(3), NEVER);
    }
    timeline::tick();
}

/// Computes, sleeps and computes, all within one span.
fn sleep_between_ticks() {
    let _run = timeline::start("sleep between ticks");
    let _task = info_span!("spin").entered();
    spin(Duration::from_millis(10), 1);
    timeline::tick();
    thread::sleep(Duration::from_millis(20));
    timeline::tick();
    spin(Duration::from_millis(10), 1);
}

/// All threads of this process on the same processor, whatever else the machine does.
fn one_processor(every: u32) {
    #[cfg(target_os = "linux")]
    {
        use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
        let allowed = sched_getaffinity(None).unwrap();
        let first = (0..CpuSet::MAX_CPU).find(|&cpu| allowed.is_set(cpu)).unwrap();
        let mut one = CpuSet::new();
        one.set(first);
        sched_setaffinity(None, &one).unwrap();
    }
    let _run = timeline::start("one processor");
    thread::scope(|scope| {
        for name in ["a", "b", "c"] {
            scope.spawn(move || {
                for _ in 0..10 {
                    let _task = info_span!("spin", name).entered();
                    spin(Duration::from_millis(8), every);
                }
            });
        }
    });
}

fn threads() {
    let _run = timeline::start("threads");
    info_span!("first").in_scope(work);
    let cook = thread::Builder::new().name("cook".to_owned());
    cook.spawn(|| info_span!("onions").in_scope(work)).unwrap().join().unwrap();
    for _ in 0..2 {
        thread::spawn(|| info_span!("plates").in_scope(work)).join().unwrap();
    }
}

fn rayon() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(3);
    let pool = pool.thread_name(|_| "rayon-worker".to_owned()).build().unwrap();
    let _run = timeline::start("rayon");
    pool.install(|| {
        (0..50).into_par_iter().for_each(|number| info_span!("square", number).in_scope(work));
    });
}

fn tokio() {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).build().unwrap();
    let _run = timeline::start("tokio");
    runtime.block_on(async {
        let tasks = (0..20).map(|number| {
            let task = async {
                for _ in 0..5 {
                    work();
                    tokio::task::yield_now().await;
                }
            };
            tokio::spawn(task.instrument(info_span!("order", number)))
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.unwrap();
        }
    });
}

/// One task, begun on one worker and finished on another; closed on a third thread.
fn another_worker() {
    let _run = timeline::start("another worker");
    let span = info_span!("soup");
    for _ in 0..2 {
        let span = span.clone();
        thread::spawn(move || span.in_scope(work)).join().unwrap();
    }
}
