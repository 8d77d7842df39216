//! The programs that are recorded. Each is what a reader might write.

use std::hint::black_box;
use std::mem;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Barrier, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tracing::{Instrument, Span, debug_span, info_span};
use tracing_subscriber::prelude::*;

use crate::program::SCENARIO;

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
        "parent" => parent(&["child", "child"]),
        "grandparent" => parent(&["young parent"]),
        "young parent" => parent(&["child"]),
        "killed child" => parent(&["killed"]),
        "child" => child(),
        "killed" => killed(),
        "panics" => panics(),
        "panics with the guard" => panics_with_the_guard(),
        "nested" => nested(),
        "entered twice" => entered_twice(),
        "left out of order" => left_out_of_order(),
        "never closed" => never_closed(),
        "dead thread" => dead_thread(),
        "deadlock" => deadlock(),
        "two runs" => two_runs(),
        "across runs" => across_runs(),
        "start twice" => start_twice(),
        "levels and fields" => levels_and_fields(),
        "spans within names" => spans_within_names(),
        "full" => full(),
        "composed" => composed(),
        "foreign subscriber" => foreign_subscriber(),
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

fn parent(children: &[&str]) {
    let _run = timeline::start("parent");
    let _task = info_span!("wait").entered();
    let program = std::env::current_exe().unwrap();
    let start = |child| Command::new(&program).env(SCENARIO, child).spawn().unwrap();
    let children: Vec<_> = children.iter().map(start).collect();
    for mut child in children {
        child.wait().unwrap();
    }
}

/// Two runs, the second with two workers.
fn child() {
    for title in ["first", "second"] {
        let _run = timeline::start(title);
        info_span!("peel", title).in_scope(|| spin(Duration::from_millis(2), 1));
        if title == "second" {
            thread::spawn(|| info_span!("chop").in_scope(work)).join().unwrap();
        }
    }
}

fn killed() {
    let _run = timeline::start("killed");
    let _task = info_span!("never done").entered();
    process::abort();
}

fn panics() {
    let _run = timeline::start("panics");
    let cook = thread::Builder::new().name("cook".to_owned()).spawn(|| {
        let _task = info_span!("boil").entered();
        work();
        panic!("the pot is empty");
    });
    assert!(cook.unwrap().join().is_err());
    info_span!("clean up").in_scope(work);
}

fn panics_with_the_guard() {
    let _run = timeline::start("panics");
    let _task = info_span!("boil").entered();
    panic!("the pot is empty");
}

fn nested() {
    let _run = timeline::start("nested");
    let _outer = info_span!("outer").entered();
    work();
    for number in 0..2 {
        let _inner = info_span!("inner", number).entered();
        work();
    }
    work();
}

fn entered_twice() {
    let _run = timeline::start("entered twice");
    let span = info_span!("again");
    span.in_scope(|| {
        work();
        span.in_scope(work);
        work();
    });
    span.in_scope(work);
}

fn left_out_of_order() {
    let _run = timeline::start("left out of order");
    let (one, two) = (info_span!("one"), info_span!("two"));
    let first = one.enter();
    work();
    let second = two.enter();
    work();
    drop(first);
    work();
    drop(second);
}

fn never_closed() {
    let _run = timeline::start("never closed");
    let span = info_span!("lost");
    span.in_scope(work);
    mem::forget(span);
}

/// A thread that ends without having left its span.
fn dead_thread() {
    let _run = timeline::start("dead thread");
    thread::spawn(|| {
        mem::forget(info_span!("lost").entered());
        work();
    })
    .join()
    .unwrap();
    info_span!("later").in_scope(|| spin(Duration::from_millis(5), NEVER));
}

/// Two threads that wait for each other; the run ends all the same.
fn deadlock() {
    let _run = timeline::start("deadlock");
    let both = Arc::new(Barrier::new(3));
    for name in ["soup", "stew"] {
        let both = Arc::clone(&both);
        thread::spawn(move || {
            let _task = info_span!("cook", name).entered();
            both.wait();
            loop {
                thread::park();
            }
        });
    }
    both.wait();
    spin(Duration::from_millis(40), NEVER);
}

fn two_runs() {
    let (to, from) = mpsc::channel::<Box<dyn FnOnce() + Send>>();
    let cook = thread::Builder::new().name("cook".to_owned());
    let cook = cook.spawn(move || from.into_iter().for_each(|job| job())).unwrap();
    for title in ["first", "second"] {
        let _run = timeline::start(title);
        let (done, wait) = mpsc::channel();
        let job = move || {
            info_span!("job", title).in_scope(work);
            done.send(()).unwrap();
        };
        to.send(Box::new(job)).unwrap();
        wait.recv().unwrap();
    }
    drop(to);
    cook.join().unwrap();
    info_span!("afterwards").in_scope(timeline::tick);
}

/// A span from before the run, one that outlives it, and one that the second run inherits.
fn across_runs() {
    let before = info_span!("before");
    let first = timeline::start("first");
    before.in_scope(work);
    let inherited = info_span!("inherited");
    let _entered = inherited.enter();
    drop(first);
    let _second = timeline::start("second");
    inherited.in_scope(work);
    info_span!("own").in_scope(work);
}

fn start_twice() {
    let _run = timeline::start("first");
    let second = timeline::start("second");
    let third = timeline::start("third");
    info_span!("work").in_scope(work);
    assert_eq!(third.finish().tasks.len(), 0);
    drop(second);
    info_span!("more").in_scope(work);
}

fn levels_and_fields() {
    let _run = timeline::start("levels and fields");
    let (text, error) = ("a b", "an error");
    info_span!("fields", text, number = 7, share = 0.5, yes = true, debug = ?Some(1))
        .in_scope(work);
    tracing::warn_span!("warning", %error, later = tracing::field::Empty).in_scope(work);
    let _detail = debug_span!("detail").entered();
    tracing::info!("an event is not a span");
    work();
}

/// A value that creates a span when it is shown.
struct Curious;

impl std::fmt::Debug for Curious {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        info_span!("inner").in_scope(work);
        f.write_str("curious")
    }
}

fn spans_within_names() {
    let _run = timeline::start("spans within names");
    info_span!("outer", value = ?Curious).in_scope(work);
}

/// More than a run may hold, on two threads.
fn full() {
    let recorder = timeline::Recorder::new().with_most_events(5_000);
    tracing_subscriber::registry().with(recorder).init();
    let _run = timeline::start("full");
    let _task = info_span!("outer").entered();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| (0..10_000).for_each(|_| info_span!("short").in_scope(|| ())));
        }
    });
}

/// With a subscriber of its own, which also counts events.
fn composed() {
    static EVENTS: AtomicU64 = AtomicU64::new(0);
    struct Counter;
    impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Counter {
        fn on_event(&self, _: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
            EVENTS.fetch_add(1, Ordering::Relaxed);
        }
    }
    let recorder = timeline::Recorder::new().with_max_level(tracing::Level::DEBUG);
    tracing_subscriber::registry().with(recorder).with(Counter).init();
    let _run = timeline::start("composed");
    debug_span!("detail").in_scope(|| tracing::debug!("heard"));
    tracing::trace_span!("too detailed").in_scope(work);
    assert_eq!(EVENTS.load(Ordering::Relaxed), 1);
}

fn foreign_subscriber() {
    tracing_subscriber::registry().init();
    let run = timeline::start("foreign");
    Span::current().in_scope(work);
    assert_eq!(run.finish().title, "foreign");
}
