//! What waits: condition variables, barriers, semaphores, channels, and locks to read and write.

use interleave::{
    Barrier, Condvar, Kind, Mutex, RwLock, Schedules, Search, Semaphore, Shared, channel, say,
    thread,
};

use crate::programs::{counts, dead};

fn explore(program: impl Fn() + Send + Sync + 'static) -> Schedules {
    let found = Search::new("waiting").explore(program).unwrap();
    println!("{found}");
    assert_eq!(found.stopped(), None);
    found
}

fn texts(found: &Schedules) -> Vec<&str> {
    found.outcomes().iter().map(|one| &*one.text).collect()
}

/// A cook waits for a dish. If `asks`, she looks first whether it is there.
fn dish(asks: bool) -> Schedules {
    explore(move || {
        let (ready, bell) = (Mutex::new("ready", false), Condvar::new("bell"));
        thread::scope(|s| {
            s.spawn("waiter", || {
                let mut is_ready = ready.lock();
                if asks {
                    is_ready = bell.wait_while(is_ready, |is_ready| !is_ready);
                } else {
                    is_ready = bell.wait(is_ready);
                }
                assert!(*is_ready);
            });
            s.spawn("cook", || {
                *ready.lock() = true;
                bell.notify_one();
            });
        });
    })
}

#[test]
fn a_wake_up_is_lost_if_nobody_looks() {
    let found = dish(false);
    assert_eq!(found.outcomes().len(), 2);
    assert!(dead(&found) > 0);
    assert!(texts(&found)[1].starts_with("waiter waits to wake bell"), "{found}");
}

#[test]
fn and_none_if_she_does() {
    assert_eq!(texts(&dish(true)), ["()"]);
}

#[test]
fn a_strip_tells_the_steps_of_a_line_apart() {
    let found = dish(false);
    let strip = found.strip(&found.outcomes()[1].witness);
    for cell in [" *ready.lock() = true; ", " *ready.lock() = true; (unlock) ", " waiter waits"] {
        assert!(strip.contains(cell), "{cell:?} is not in\n{strip}");
    }
}

#[test]
fn one_notification_wakes_one_and_any() {
    let bell = |all: bool| {
        explore(move || {
            let (count, bell) = (Mutex::new("count", 0), Condvar::new("bell"));
            thread::scope(|s| {
                for waiter in ["anna", "ben"] {
                    let (count, bell) = (&count, &bell);
                    s.spawn(waiter, move || {
                        let mut waiting = count.lock();
                        *waiting += 1;
                        drop(bell.wait(waiting));
                        say!("{waiter}");
                    });
                }
                s.spawn("cook", || {
                    interleave::until(|| (*count.lock() == 2).then_some(()));
                    if all {
                        bell.notify_all();
                    } else {
                        bell.notify_one();
                    }
                });
            });
        })
    };
    let one = bell(false);
    assert!(one.outcomes().iter().all(|one| one.kind == Kind::Deadlock && one.said.len() == 1));
    assert_eq!(one.outcomes().len(), 2);
    assert_eq!(texts(&bell(true)), ["anna · ben", "ben · anna"]);
}

#[test]
fn nobody_passes_a_barrier_alone() {
    let found = explore(|| {
        let barrier = Barrier::new("door", 2);
        thread::scope(|s| {
            for who in ["a", "b"] {
                let barrier = &barrier;
                s.spawn(who, move || {
                    say!("{who}1");
                    barrier.wait();
                    say!("{who}2");
                });
            }
        });
    });
    let all = ["a1 · b1 · a2 · b2", "a1 · b1 · b2 · a2", "b1 · a1 · a2 · b2", "b1 · a1 · b2 · a2"];
    assert_eq!(texts(&found), all);
}

#[test]
fn a_semaphore_lets_so_many_in() {
    let most = |permits| {
        explore(move || {
            let (seats, sitting) = (Semaphore::new("seats", permits), Shared::new("sitting", 0));
            thread::scope(|s| {
                for guest in ["anna", "ben", "carl"] {
                    let (seats, sitting) = (&seats, &sitting);
                    s.spawn(guest, move || {
                        seats.acquire();
                        let before = sitting.update(|n| n + 1);
                        assert!(before < 2, "three sit");
                        sitting.update(|n| n - 1);
                        seats.release();
                    });
                }
            });
        })
    };
    assert!(most(2).outcomes().iter().all(|one| one.kind == Kind::Finished));
    assert!(most(3).outcomes().iter().any(|one| one.kind == Kind::Panic));
    assert!(most(0).outcomes().iter().all(|one| one.kind == Kind::Deadlock));
}

#[test]
fn messages_come_in_their_senders_order() {
    let found = explore(|| {
        let (pass, hatch) = channel("hatch", 2);
        thread::scope(|s| {
            for who in ["a", "b"] {
                let pass = pass.clone();
                s.spawn(who, move || (1..3).for_each(|n| pass.send(format!("{who}{n}")).unwrap()));
            }
            drop(pass);
            hatch.iter().for_each(|dish| say!("{dish}"));
        });
    });
    assert_eq!(found.outcomes().len(), 6);
    assert!(found.outcomes().iter().all(|one| one.kind == Kind::Finished));
}

#[test]
fn who_keeps_a_sender_waits_for_ever() {
    let found = explore(|| {
        let (pass, hatch) = channel("hatch", 2);
        thread::scope(|s| {
            s.spawn("cook", || pass.send(1).unwrap());
            hatch.iter().for_each(|dish| say!("{dish}"));
        });
    });
    assert_eq!((found.outcomes().len(), found.outcomes()[0].kind), (1, Kind::Deadlock));
}

#[test]
fn readers_read_together_and_writers_write_alone() {
    let found = explore(|| {
        let menu = RwLock::new("menu", 0);
        let reading = Shared::new("reading", 0);
        thread::scope(|s| {
            for guest in ["anna", "ben"] {
                let (menu, reading) = (&menu, &reading);
                s.spawn(guest, move || {
                    let dish = menu.read();
                    let others = reading.update(|n| n + 1).get();
                    say!("{} {}", *dish, others);
                    reading.update(|n| n - 1);
                });
            }
            s.spawn("cook", || {
                let mut dish = menu.write();
                *dish += 1;
                assert_eq!(reading.load(), 0, "somebody reads");
                *dish += 1;
            });
        });
    });
    assert!(found.outcomes().iter().all(|one| one.kind == Kind::Finished), "{found}");
    let seen: std::collections::BTreeSet<_> =
        found.outcomes().iter().flat_map(|one| one.said.clone()).collect();
    assert_eq!(Vec::from_iter(seen), ["0 0", "0 1", "2 0", "2 1"]);
}

#[test]
fn everything_runs_for_real_too() {
    let (pass, hatch) = channel("hatch", 1);
    let (ready, bell) = (Mutex::new("ready", 0), Condvar::new("bell"));
    let (barrier, seats) = (Barrier::new("door", 2), Semaphore::new("seats", 1));
    let menu = RwLock::new("menu", 0);
    thread::scope(|s| {
        for cook in ["anna", "ben"] {
            let (pass, ready, bell, menu) = (pass.clone(), &ready, &bell, &menu);
            let (barrier, seats) = (&barrier, &seats);
            s.spawn(cook, move || {
                barrier.wait();
                seats.acquire();
                *menu.write() += 1;
                seats.release();
                *ready.lock() += 1;
                bell.notify_all();
                (0..100).for_each(|n| pass.send(n).unwrap());
            });
        }
        drop(pass);
        drop(bell.wait_while(ready.lock(), |ready| *ready < 2));
        assert_eq!((*menu.read(), hatch.iter().sum::<i32>()), (2, 2 * 4950));
    });
    assert!(ready.try_lock().is_some());
    let found = counts(&Search::new("nothing").explore(|| ()).unwrap()).len();
    assert_eq!(found, 1);
}
