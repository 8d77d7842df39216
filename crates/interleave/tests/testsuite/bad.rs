//! Programs that are none to be searched, and programs that end badly: a clear word, and an end.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::time::{Duration, Instant};

use interleave::{Fault, Kind, Mutex, Search, Shared, Stopped, say, thread, until};

use crate::programs::counts;

#[test]
fn no_threads_are_one_schedule() {
    let found = Search::new("alone").explore(|| 7).unwrap();
    assert_eq!((found.states(), found.schedules()), (1, Some(1)));
    assert_eq!(counts(&found), [("7", 1)].into());
    let found = Search::new("alone").explore(|| Shared::new("a", 1).load().get()).unwrap();
    assert_eq!((found.states(), counts(&found)), (1, [("1", 1)].into()));
}

#[test]
fn a_panic_is_an_outcome_with_a_witness() {
    let found = Search::new("panics")
        .explore(|| {
            let eggs = Shared::new("eggs", 0);
            thread::scope(|s| {
                s.spawn("anna", || eggs.store(1));
                s.spawn("ben", || assert_eq!(eggs.load(), 0, "an egg too many"));
            });
        })
        .unwrap();
    println!("{found}");
    let [fine, bad] = found.outcomes() else { panic!("{found}") };
    assert_eq!((fine.kind, bad.kind, bad.witness.len()), (Kind::Finished, Kind::Panic, 2));
    assert!(bad.text.starts_with("ben panicked: assertion"), "{}", bad.text);
    assert!(bad.text.contains("an egg too many"), "{}", bad.text);
}

#[test]
fn a_panic_of_the_main_thread_in_a_scope_unwinds_its_threads_first() {
    let found = Search::new("panics")
        .explore(|| {
            let eggs = [Shared::new("eggs", 0), Shared::new("more eggs", 0)];
            let basket = Mutex::new("basket", 0);
            thread::scope(|s| {
                s.spawn("anna", || {
                    let _held = basket.lock();
                    eggs[0].store(1);
                    eggs[1].store(1);
                });
                assert_eq!(eggs[0].load(), 0);
                assert_eq!(eggs[1].load(), 0);
            });
        })
        .unwrap();
    assert_eq!(found.outcomes().iter().filter(|one| one.kind == Kind::Panic).count(), 1);
}

#[test]
fn a_panic_in_an_update_is_one_too() {
    let found = Search::new("panics")
        .explore(|| {
            let eggs = Shared::new("eggs", 1_u32);
            thread::scope(|s| {
                for cook in ["anna", "ben"] {
                    s.spawn(cook, || eggs.update(|n| n - 1));
                }
            });
        })
        .unwrap();
    let texts: Vec<_> = found.outcomes().iter().map(|one| &*one.text).collect();
    let overflow = "panicked: attempt to subtract with overflow";
    assert_eq!(texts, [format!("anna {overflow}"), format!("ben {overflow}")]);
}

#[test]
fn an_endless_loop_is_stuck() {
    let begun = Instant::now();
    let search = Search::new("endless").time(Duration::from_millis(300));
    let fault = search
        .explore(|| {
            let eggs = Shared::new("eggs", 0);
            thread::scope(|s| {
                s.spawn("anna", || eggs.store(1));
                s.spawn("ben", || {
                    eggs.store(2);
                    // It never comes to a step again. It sleeps so that this test costs nothing.
                    loop {
                        std::thread::sleep(Duration::from_secs(60));
                    }
                });
            });
        })
        .unwrap_err();
    let Fault::Stuck { thread, after: Some(line) } = &fault else { panic!("{fault}") };
    assert_eq!((thread.as_str(), line.number), ("ben", 84), "{fault}");
    assert!(fault.to_string().contains("does not come to its next step"), "{fault}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_sleep_makes_it_stop_in_time() {
    let search = Search::new("slow").time(Duration::from_millis(200));
    let found = search.explore(|| {
        let eggs = Shared::new("eggs", 0);
        thread::scope(|s| {
            for cook in ["anna", "ben", "carl"] {
                s.spawn(cook, || {
                    for _ in 0..3 {
                        std::thread::sleep(Duration::from_millis(20));
                        let n = eggs.load();
                        eggs.store(n + 1);
                    }
                });
            }
        });
    });
    match found {
        Ok(found) => assert_eq!(found.stopped(), Some(Stopped::Time)),
        Err(fault) => assert!(matches!(fault, Fault::Stuck { .. }), "{fault}"),
    }
}

#[test]
fn spinning_without_until_has_no_end_and_stops() {
    let found = Search::new("spins")
        .states(200)
        .explore(|| {
            let flag = Shared::new("flag", false);
            thread::scope(|s| {
                s.spawn("anna", || while !flag.load().get() {});
                s.spawn("ben", || flag.store(true));
            });
        })
        .unwrap();
    assert!(found.stopped().is_some());
    assert!(found.to_string().contains("STOPPED SHORT"), "{found}");
}

#[test]
fn too_many_states_are_said() {
    let found = Search::new("many").states(100).explore(|| {
        thread::scope(|s| {
            for cook in ["anna", "ben", "carl"] {
                s.spawn(cook, move || (0..5).for_each(|n| say!("{cook} {n}")));
            }
        });
    });
    let found = found.unwrap();
    assert_eq!(found.stopped(), Some(Stopped::States));
    assert!(found.to_string().contains("more states than it may look at"), "{found}");
}

#[test]
fn what_the_search_cannot_see_is_caught() {
    let fault = Search::new("hidden")
        .explore(|| {
            let hidden = AtomicU32::new(0);
            let seen = Shared::new("seen", 0);
            thread::scope(|s| {
                for cook in ["anna", "ben"] {
                    s.spawn(cook, || {
                        seen.store(1);
                        if hidden.fetch_add(1, SeqCst) == 0 {
                            seen.store(10);
                        }
                    });
                }
            });
        })
        .unwrap_err();
    assert!(matches!(fault, Fault::NotDeterministic { .. }), "{fault}");
}

#[test]
fn a_value_from_elsewhere_is_caught() {
    // The steps are the same in each run, and so are the outcomes. Only what leads where is not.
    let fault = Search::new("hidden")
        .explore(|| {
            let hidden = AtomicU32::new(0);
            let seen = Shared::new("seen", 0);
            thread::scope(|s| {
                for cook in ["anna", "ben"] {
                    s.spawn(cook, || {
                        seen.store(1);
                        seen.store(hidden.fetch_add(1, SeqCst));
                    });
                }
            });
            seen.load().get()
        })
        .unwrap_err();
    assert!(matches!(fault, Fault::NotDeterministic { .. }), "{fault}");
}

#[test]
fn what_differs_from_run_to_run_is_caught() {
    static RUNS: AtomicU32 = AtomicU32::new(0);
    let fault = Search::new("random").explore(|| RUNS.fetch_add(1, SeqCst)).unwrap_err();
    assert!(matches!(fault, Fault::NotDeterministic { .. }), "{fault}");
}

#[test]
fn a_shared_object_from_outside_is_refused() {
    let outside = std::sync::Arc::new(Shared::new("outside", 0));
    let found = Search::new("outside").explore(move || outside.load().get()).unwrap();
    assert!(found.outcomes()[0].text.contains("make it within the closure"), "{found}");
}

#[test]
fn a_step_within_a_step_is_refused() {
    let found = Search::new("within")
        .explore(|| {
            let eggs = std::sync::Arc::new(Shared::new("eggs", 0));
            let same = eggs.clone();
            eggs.update(move |n| n + same.load().get());
        })
        .unwrap();
    assert!(found.outcomes()[0].text.contains("a step is indivisible"), "{found}");
}

#[test]
fn waiting_makes_nothing() {
    let found = Search::new("makes")
        .explore(|| until(|| Some(Shared::new("new", 0).load().get())))
        .unwrap();
    assert!(found.outcomes()[0].text.contains("nothing in it may make"), "{found}");
}
