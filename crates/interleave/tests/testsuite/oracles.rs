//! Two other searches find the same sets of outcomes: shuttle's own and loom's.
//!
//! Only sets are compared: these count executions, which are more than schedules of steps. loom is
//! asked only where it can answer (a deadlock ends its process).

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use interleave::{Schedules, Search, thread};

use crate::programs::onions;

/// The counts that shuttle's plain search ends in.
fn by_shuttle(cooks: usize, times: usize) -> BTreeSet<String> {
    use shuttle::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let found = Arc::clone(&seen);
    let program = move || {
        let onions = Arc::new(AtomicUsize::new(0));
        let cook = |_| {
            let onions = Arc::clone(&onions);
            shuttle::thread::spawn(move || {
                for _ in 0..times {
                    let n = onions.load(SeqCst);
                    onions.store(n + 1, SeqCst);
                }
            })
        };
        let cooks: Vec<_> = (0..cooks).map(cook).collect();
        cooks.into_iter().for_each(|cook| cook.join().unwrap());
        found.lock().unwrap().insert(onions.load(SeqCst).to_string());
    };
    shuttle::check_dfs(program, None);
    let seen = seen.lock().unwrap();
    seen.clone()
}

/// The counts that loom's search ends in.
fn by_loom(cooks: usize, times: usize, locked: bool) -> BTreeSet<String> {
    use loom::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let found = Arc::clone(&seen);
    let mut search = loom::model::Builder::new();
    // With three threads its search takes minutes; two preemptions reach every count.
    search.preemption_bound = (cooks > 2).then_some(2);
    search.check(move || {
        let onions = loom::sync::Arc::new((loom::sync::Mutex::new(()), AtomicUsize::new(0)));
        let cook = |_| {
            let onions = onions.clone();
            loom::thread::spawn(move || {
                for _ in 0..times {
                    let _lock = locked.then(|| onions.0.lock().unwrap());
                    let n = onions.1.load(SeqCst);
                    onions.1.store(n + 1, SeqCst);
                }
            })
        };
        let cooks: Vec<_> = (0..cooks).map(cook).collect();
        cooks.into_iter().for_each(|cook| cook.join().unwrap());
        found.lock().unwrap().insert(onions.1.load(SeqCst).to_string());
    });
    let seen = seen.lock().unwrap();
    seen.clone()
}

fn texts(found: &Schedules) -> BTreeSet<String> {
    found.outcomes().iter().map(|one| one.text.clone()).collect()
}

#[test]
fn shuttle_and_loom_count_the_same_onions() {
    for (cooks, times) in [(2, 1), (2, 2), (3, 1)] {
        let found = texts(&onions(cooks, times).unwrap());
        assert_eq!(found, by_loom(cooks, times, false), "{cooks} cooks, {times} each");
        // Shuttle's search of three threads takes too long for a test.
        if cooks == 2 {
            assert_eq!(found, by_shuttle(cooks, times), "{cooks} cooks, {times} each");
        }
    }
}

#[test]
fn loom_sees_that_a_lock_keeps_the_count() {
    let found = Search::new("locked").explore(|| {
        let onions = interleave::Mutex::new("onions", 0);
        thread::scope(|s| {
            for cook in ["anna", "ben"] {
                s.spawn(cook, || *onions.lock() += 1);
            }
        });
        *onions.lock()
    });
    assert_eq!(texts(&found.unwrap()), by_loom(2, 1, true));
}
