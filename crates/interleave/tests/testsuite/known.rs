//! Small programs whose answers are known.

use std::sync::Arc;

use interleave::{Kind, Mutex, Search, Shared, say, thread, until};

use crate::programs::{counts, dead, onions, philosophers};

#[test]
fn one_onion_each() {
    let found = onions(2, 1).unwrap();
    assert_eq!((found.schedules(), found.states()), (Some(6), 12));
    assert_eq!(counts(&found), [("1", 4), ("2", 2)].into());
}

#[test]
fn two_onions_each() {
    let found = onions(2, 2).unwrap();
    assert_eq!(found.schedules(), Some(70));
    assert_eq!(counts(&found), [("2", 32), ("3", 32), ("4", 6)].into());
}

#[test]
fn ten_onions_each() {
    let found = onions(2, 10).unwrap();
    assert_eq!(found.schedules(), Some(137_846_528_820));
    assert_eq!(found.outcomes().first().unwrap().text, "2");
    assert_eq!(found.outcomes().last().unwrap().text, "20");
}

#[test]
fn philosophers_die_in_one_state_or_not_at_all() {
    for (count, states) in [(2, 19), (3, 87), (4, 391), (5, 1743)] {
        let naive = philosophers(count, false).unwrap();
        assert_eq!(naive.states(), states);
        assert_eq!(naive.outcomes().len(), 2);
        let ordered = philosophers(count, true).unwrap();
        assert_eq!(dead(&ordered), 0);
        assert_eq!(ordered.outcomes().len(), 1);
        if count == 5 {
            assert_eq!((naive.schedules(), dead(&naive)), (Some(66_468_720), 120));
            assert_eq!(ordered.schedules(), Some(49_719_072));
        }
    }
}

#[test]
fn two_locks_in_two_orders() {
    let found = Search::new("abba")
        .explore(|| {
            let (salt, pepper) = (Mutex::new("salt", ()), Mutex::new("pepper", ()));
            thread::scope(|s| {
                s.spawn("anna", || {
                    let _salt = salt.lock();
                    let _pepper = pepper.lock();
                });
                s.spawn("ben", || {
                    let _pepper = pepper.lock();
                    let _salt = salt.lock();
                });
            });
        })
        .unwrap();
    assert_eq!((found.states(), found.schedules(), dead(&found)), (19, Some(6), 2));
    let dead = found.outcomes().iter().find(|one| one.kind == Kind::Deadlock).unwrap();
    assert_eq!(dead.witness.len(), 2);
    assert!(dead.text.starts_with("anna waits to lock pepper at line "), "{}", dead.text);
}

#[test]
fn what_commutes_has_one_outcome() {
    let found = Search::new("commute")
        .explore(|| {
            let (salt, pepper) = (Shared::new("salt", 0), Shared::new("pepper", 0));
            let season = |jar: &Shared<i32>| {
                for _ in 0..3 {
                    let n = jar.load();
                    jar.store(n + 1);
                }
            };
            thread::scope(|s| {
                s.spawn("anna", || season(&salt));
                s.spawn("ben", || season(&pepper));
            });
            (salt.load().get(), pepper.load().get())
        })
        .unwrap();
    assert_eq!(counts(&found), [("(3, 3)", 924)].into());
}

#[test]
fn said_lines_are_the_outcome() {
    let found = Search::new("two printers")
        .explore(|| {
            thread::scope(|s| {
                for who in ["a", "b"] {
                    s.spawn(who, move || (0..5).for_each(|n| say!("{who}{n}")));
                }
            });
        })
        .unwrap();
    assert_eq!((found.outcomes().len(), found.schedules()), (252, Some(252)));
}

#[test]
fn who_is_not_waited_for_may_say_nothing() {
    let found = Search::new("no wait")
        .explore(|| {
            for who in ["a", "b"] {
                thread::spawn(who, move || say!("{who}"));
            }
        })
        .unwrap();
    let texts: Vec<_> = found.outcomes().iter().map(|one| &*one.text).collect();
    assert_eq!(texts, ["()", "a", "a · b", "b", "b · a"]);
}

#[test]
fn what_a_thread_returns_is_joined() {
    let found = Search::new("join")
        .explore(|| {
            let tickets = Arc::new(Shared::new("tickets", 0));
            let draw = |who: &str| {
                let tickets = Arc::clone(&tickets);
                thread::spawn(who, move || tickets.update(|n| n + 1).get())
            };
            let (anna, ben) = (draw("anna"), draw("ben"));
            (anna.join().unwrap(), ben.join().unwrap())
        })
        .unwrap();
    assert_eq!(counts(&found), [("(0, 1)", 1), ("(1, 0)", 1)].into());
}

#[test]
fn what_a_thread_leaves_in_what_it_borrowed_is_seen() {
    let found = Search::new("borrow")
        .explore(|| {
            let eggs = Shared::new("eggs", 0);
            let mut seen = 0;
            thread::scope(|s| {
                s.spawn("anna", || seen = eggs.load().get());
                s.spawn("ben", || eggs.store(1));
            });
            seen
        })
        .unwrap();
    assert_eq!(counts(&found), [("0", 1), ("1", 1)].into());
}

#[test]
fn waiting_for_a_flag_goes_in_circles_but_is_no_livelock() {
    let found = Search::new("flag")
        .explore(|| {
            let flag = Shared::new("flag", false);
            thread::scope(|s| {
                s.spawn("anna", || until(|| flag.load().get().then_some(())));
                s.spawn("ben", || flag.store(true));
            });
        })
        .unwrap();
    assert_eq!((found.schedules(), found.livelock(), found.outcomes().len()), (None, None, 1));
    assert_eq!(found.stopped(), None);
}

#[test]
fn waiting_for_a_flag_that_nobody_sets_is_one() {
    let found = Search::new("flag")
        .explore(|| {
            let flag = Shared::new("flag", false);
            thread::scope(|s| {
                s.spawn("anna", || until(|| flag.load().get().then_some(())));
                s.spawn("ben", || flag.store(false));
            });
        })
        .unwrap();
    assert_eq!(found.livelock().map(|cycle| cycle.threads.clone()), Some(vec![0]));
}

#[test]
fn two_who_give_way_to_each_other_for_ever() {
    let found = Search::new("polite")
        .explore(|| {
            let (salt, pepper) = (Mutex::new("salt", ()), Mutex::new("pepper", ()));
            let take = |first: &Mutex<()>, second: &Mutex<()>| {
                until(|| {
                    let _first = first.lock();
                    second.try_lock().map(drop)
                });
            };
            thread::scope(|s| {
                s.spawn("anna", || take(&salt, &pepper));
                s.spawn("ben", || take(&pepper, &salt));
            });
        })
        .unwrap();
    assert_eq!(found.livelock().map(|cycle| cycle.threads.clone()), Some(vec![0, 1]));
    assert_eq!(dead(&found), 0);
}

#[test]
fn a_schedule_is_lost_where_the_second_cook_reads_a_stale_number() {
    let found = onions(2, 1).unwrap();
    let [lost, counted] = found.outcomes() else { panic!("{found}") };
    // Both have read `0` after the second step; whoever stores next, one onion is lost.
    assert_eq!(found.lost_at(&lost.witness, &[1]), Some(1));
    assert_eq!(found.lost_at(&counted.witness, &[1]), None);
    assert_eq!(found.lost_at(&lost.witness, &[]), None);
}
