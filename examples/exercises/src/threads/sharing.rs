//! Checks of the exercises for *Sharing*.

use std::fmt::Debug;

use interleave::{Barrier, Condvar, Mutex, Shared, say, thread};

use crate::grade::{Found, every_schedule};

const NAMES: [&str; 3] = ["Anna", "Ben", "Carla"];

/// A plan of seats, in a lock. A seat that is taken has a name on it.
pub type Seats = Mutex<Vec<Option<&'static str>>>;

/// In every schedule each guest has the seat that was promised, and any guest can have the first.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn nobody_shares_a_seat(book: fn(&'static str, &Seats) -> Option<usize>) {
    for (guests, seats) in [(1, 2), (2, 1), (2, 2), (3, 2)] {
        let evening = every_schedule("seats", move || {
            let plan = Mutex::new("seats", vec![None; seats]);
            let promised = all(&NAMES[..guests], |name| book(name, &plan));
            let plan = plan.lock().clone();
            Plan { promised, plan }
        });
        let size = format!("with {} and {}", some(guests, "guest"), some(seats, "seat"));
        let claim = format!("{size}, each name stands on the seat that was promised");
        evening.always(&claim, |end| {
            let mut wanted = vec![None; seats];
            for &(name, seat) in &end.result.promised {
                if let Some(seat) = seat.and_then(|seat| wanted.get_mut(seat)) {
                    *seat = Some(name);
                }
            }
            let promised = end.result.promised.iter().filter(|(_, seat)| seat.is_some()).count();
            end.result.plan == wanted && promised == wanted.iter().flatten().count()
        });
        let claim =
            format!("{size}, nobody goes home while a seat is free, and the first fill first");
        evening.always(&claim, |end| {
            let free = end.result.plan.iter().position(Option::is_none);
            free.unwrap_or(seats) == guests.min(seats)
        });
        for name in &NAMES[..guests] {
            let claim = format!("{size}, {name} gets the first");
            evening.sometimes(&claim, |end| end.result.plan[0] == Some(name));
        }
    }
}

/// What each guest was told, and what the plan says.
#[derive(Clone, Debug)]
struct Plan {
    promised: Vec<(&'static str, Option<usize>)>,
    plan: Vec<Option<&'static str>>,
}

/// In every schedule all guests begin, and none before all have come, though the bell rings once more
/// than it should. Nobody looks again and again.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn dinner_begins_with_all(come: fn(&Mutex<u32>, &Condvar, u32)) {
    for (guests, rings) in [(1, 0), (2, 0), (3, 0), (2, 1)] {
        let dinner = every_schedule("dinner", move || {
            let (here, bell) = (Mutex::new("here", 0), Condvar::new("bell"));
            let came = Shared::new("came", 0);
            thread::scope(|house| {
                for _ in 0..rings {
                    house.spawn("wind", || bell.notify_all());
                }
                let began_with = all(&NAMES[..guests], |_| {
                    came.update(|guests| guests + 1);
                    come(&here, &bell, guests as u32);
                    came.load().get()
                });
                Dinner { began_with }
            })
        });
        let wind = if rings > 0 { ", when the bell rings though nothing has happened" } else { "" };
        let claim = format!("none of {guests} guests begins before all have come{wind}");
        let all_there = |(_, came): &(&str, usize)| *came == guests;
        dinner.always(&claim, |end| end.result.began_with.iter().all(all_there));
        asleep(&dinner);
    }
}

/// How many had come when a guest began.
#[derive(Clone, Debug)]
struct Dinner {
    began_with: Vec<(&'static str, usize)>,
}

/// The orders that nobody has begun, and whether more may come.
#[derive(Clone, Debug)]
pub struct Orders {
    /// The orders that nobody has begun.
    pub waiting: Vec<&'static str>,
    /// Whether more may come.
    pub open: bool,
}

/// In every schedule each order is cooked once, two cooks cook at once, and all go home. Nobody looks
/// again and again.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn every_order_is_cooked_once(work: fn(&Mutex<Orders>, &Condvar, &dyn Fn(&'static str))) {
    const ORDERS: [&str; 2] = ["soup", "pie"];
    for (cooks, orders) in [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)] {
        let evening = every_schedule("orders", move || {
            let list = Mutex::new("list", Orders { waiting: Vec::new(), open: true });
            let bell = Condvar::new("bell");
            // With as many orders as cooks, each waits in the middle of cooking for the other.
            let stove = Barrier::new("stove", if orders == cooks { cooks } else { 1 });
            thread::scope(|kitchen| {
                kitchen.spawn("host", || {
                    for order in &ORDERS[..orders] {
                        list.lock().waiting.push(order);
                        bell.notify_one();
                    }
                    list.lock().open = false;
                    bell.notify_all();
                });
                all(&NAMES[..cooks], |name| {
                    work(&list, &bell, &|order| {
                        stove.wait();
                        say!("{name} cooks {order}");
                    });
                });
            });
        });
        let size = format!("with {} and {}", some(cooks, "cook"), some(orders, "order"));
        let claim = format!("{size}, each order is cooked once");
        evening.always(&claim, |end| {
            let times = |order| end.said.iter().filter(|line| line.ends_with(order)).count();
            end.said.len() == orders && ORDERS[..orders].iter().all(|order| times(*order) == 1)
        });
        asleep(&evening);
        if orders > 0 {
            for name in &NAMES[..cooks] {
                let line = format!("{name} cooks soup");
                let claim = format!("{size}, {line}");
                evening.sometimes(&claim, |end| end.said.contains(&line));
            }
        }
    }
}

/// So many of them, in words.
fn some(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// A thread for each name; what each returned.
fn all<R: Send>(
    names: &'static [&'static str],
    each: impl Fn(&'static str) -> R + Sync,
) -> Vec<(&'static str, R)> {
    thread::scope(|house| {
        let each = &each;
        let threads = names.iter().map(|&name| (name, house.spawn(name, move || each(name))));
        let threads: Vec<_> = threads.collect();
        let joined = threads
            .into_iter()
            .map(|(name, thread)| (name, thread.join().expect("a panic ends the run")));
        joined.collect()
    })
}

/// Nobody waits by looking again and again.
#[track_caller]
fn asleep<R: Clone + Debug>(found: &Found<R>) {
    assert!(
        found.schedules().schedules().is_some(),
        "Somebody waits by looking again and again, and keeps a core busy. A condition variable lets a \
         thread sleep until somebody rings."
    );
}
