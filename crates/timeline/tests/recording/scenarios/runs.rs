//! What may happen to runs: several, too many, in several processes, with subscribers of their own.

use std::process::{self, Command};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tracing::{Span, debug_span, info_span};
use tracing_subscriber::prelude::*;

use super::{spin, work};
use crate::program::SCENARIO;

pub(super) fn parent(children: &[&str]) {
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
pub(super) fn child() {
    for title in ["first", "second"] {
        let _run = timeline::start(title);
        info_span!("peel", title).in_scope(|| spin(Duration::from_millis(2), 1));
        if title == "second" {
            thread::spawn(|| info_span!("chop").in_scope(work)).join().unwrap();
        }
    }
}

pub(super) fn killed() {
    let _run = timeline::start("killed");
    let _task = info_span!("never done").entered();
    process::abort();
}

pub(super) fn panics_with_the_guard() {
    let _run = timeline::start("panics");
    let _task = info_span!("boil").entered();
    panic!("the pot is empty");
}

pub(super) fn two_runs() {
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
pub(super) fn across_runs() {
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

pub(super) fn start_twice() {
    let _run = timeline::start("first");
    let second = timeline::start("second");
    let third = timeline::start("third");
    info_span!("work").in_scope(work);
    assert_eq!(third.finish().tasks.len(), 0);
    drop(second);
    info_span!("more").in_scope(work);
}

/// More than a run may hold, on two threads.
pub(super) fn full() {
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
pub(super) fn composed() {
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

pub(super) fn foreign_subscriber() {
    tracing_subscriber::registry().init();
    let run = timeline::start("foreign");
    Span::current().in_scope(work);
    assert_eq!(run.finish().title, "foreign");
}
