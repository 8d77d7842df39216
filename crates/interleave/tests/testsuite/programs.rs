//! The programs whose answers are known.

use std::collections::BTreeMap;

use interleave::{Fault, Kind, Mutex, Schedules, Search, Shared, thread};

/// How many schedules end in each outcome, by its text.
pub(crate) fn counts(found: &Schedules) -> BTreeMap<&str, u128> {
    let count = |one: &interleave::Outcome| one.schedules.expect("nothing goes in circles");
    found.outcomes().iter().map(|one| (&*one.text, count(one))).collect()
}

/// How many schedules end dead.
pub(crate) fn dead(found: &Schedules) -> u128 {
    let dead = found.outcomes().iter().filter(|one| one.kind == Kind::Deadlock);
    dead.map(|one| one.schedules.unwrap_or(1)).sum()
}

/// Cooks who each count `times` onions into one bowl, by a load and a store.
pub(crate) fn onions(cooks: usize, times: usize) -> Result<Schedules, Fault> {
    Search::new("onions").explore(move || {
        let onions = Shared::new("onions", 0);
        thread::scope(|s| {
            for cook in 0..cooks {
                let onions = &onions;
                s.spawn(&format!("cook {cook}"), move || {
                    for _ in 0..times {
                        let n = onions.load();
                        onions.store(n + 1);
                    }
                });
            }
        });
        onions.load().get()
    })
}

/// Philosophers who each take the fork to their left first; if `ordered`, the lower one first.
pub(crate) fn philosophers(count: usize, ordered: bool) -> Result<Schedules, Fault> {
    Search::new("philosophers").explore(move || {
        let forks: Vec<_> =
            (0..count).map(|fork| Mutex::new(&format!("fork {fork}"), ())).collect();
        thread::scope(|s| {
            for one in 0..count {
                let (mut first, mut second) = (one, (one + 1) % count);
                if ordered && first > second {
                    (first, second) = (second, first);
                }
                let forks = &forks;
                s.spawn(&format!("philosopher {one}"), move || {
                    let _first = forks[first].lock();
                    let _second = forks[second].lock();
                });
            }
        });
    })
}
