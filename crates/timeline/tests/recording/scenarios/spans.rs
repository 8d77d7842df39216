//! What may happen to spans.

use std::sync::{Arc, Barrier, mpsc};
use std::time::Duration;
use std::{mem, thread};

use tracing::{debug_span, info_span};

use super::{NEVER, spin, work};

pub(super) fn panics() {
    let _run = timeline::start("panics");
    let cook = thread::Builder::new().name("cook".to_owned()).spawn(|| {
        let _task = info_span!("boil").entered();
        work();
        panic!("the pot is empty");
    });
    assert!(cook.unwrap().join().is_err());
    info_span!("clean up").in_scope(work);
}

pub(super) fn nested() {
    let _run = timeline::start("nested");
    let _outer = info_span!("outer").entered();
    work();
    for number in 0..2 {
        let _inner = info_span!("inner", number).entered();
        work();
    }
    work();
}

pub(super) fn entered_twice() {
    let _run = timeline::start("entered twice");
    let span = info_span!("again");
    span.in_scope(|| {
        work();
        span.in_scope(work);
        work();
    });
    span.in_scope(work);
}

pub(super) fn left_out_of_order() {
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

pub(super) fn never_closed() {
    let _run = timeline::start("never closed");
    let span = info_span!("lost");
    span.in_scope(work);
    mem::forget(span);
}

/// A thread that ends without having left its span.
pub(super) fn dead_thread() {
    let _run = timeline::start("dead thread");
    thread::spawn(|| {
        mem::forget(info_span!("lost").entered());
        work();
    })
    .join()
    .unwrap();
    info_span!("later").in_scope(|| spin(Duration::from_millis(5), NEVER));
}

/// A thread that computes for ever; the run ends when it has done enough.
pub(super) fn never_left() {
    let _run = timeline::start("never left");
    let (enough, wait) = mpsc::channel();
    thread::spawn(move || {
        let _task = info_span!("compute").entered();
        for turn in 0_u64.. {
            work();
            if turn == 500 {
                enough.send(()).unwrap();
            }
        }
    });
    wait.recv().unwrap();
}

/// Two threads that wait for each other; the run ends all the same.
pub(super) fn deadlock() {
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

pub(super) fn levels_and_fields() {
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

pub(super) fn spans_within_names() {
    let _run = timeline::start("spans within names");
    info_span!("outer", value = ?Curious).in_scope(work);
}
