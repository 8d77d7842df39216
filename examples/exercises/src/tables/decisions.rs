//! Checks of the exercises for *Decision tables*.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::Duration;

use interleave::{Barrier, Mutex, Semaphore, Shared, thread};

use crate::grade::{every_input, every_schedule, virtual_time};

/// What work can wear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// It is short.
    Nothing,
    /// It waits, with few others.
    Threads,
    /// It waits, with thousands of others.
    Tasks,
    /// It computes, in large parts.
    Pool,
    /// It waits, and then computes much.
    TasksAndPool,
    /// It may crash.
    Processes,
}

/// What was measured of some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// How many parts it has.
    pub parts: u32,
    /// How many microseconds each of them computes.
    pub computes_us: u64,
    /// How many microseconds each of them waits.
    pub waits_us: u64,
    /// Whether a part may crash.
    pub may_crash: bool,
}

/// Whatever was measured, the work wears what its row of the table says.
///
/// # Panics
///
/// With the first work for which it is not so.
#[track_caller]
pub fn every_work_wears_its_row(dress: fn(&Work) -> Dress) {
    let mut works = Vec::new();
    for may_crash in [false, true] {
        for waits_us in [0, 20_000] {
            for computes_us in [1, 20, 1_000, 8_000] {
                for parts in [1, 40, 999, 1_000, 20_000] {
                    works.push(Work { parts, computes_us, waits_us, may_crash });
                }
            }
        }
    }
    every_input("what is worn by", works, dress, |work| {
        let all = u64::from(work.parts) * work.computes_us;
        match (work.may_crash, work.waits_us > 0, work.computes_us >= 1_000) {
            (true, _, _) => Dress::Processes,
            (_, true, true) => Dress::TasksAndPool,
            (_, true, false) if work.parts >= 1_000 => Dress::Tasks,
            (_, true, false) => Dress::Threads,
            (_, false, _) if all < 100 => Dress::Nothing,
            (_, false, _) => Dress::Pool,
        }
    });
}

/// A kitchen with two stoves, and its tools.
#[derive(Debug)]
pub struct Kitchen {
    /// Who waits here goes on when all are here.
    pub all_here: Barrier,
    /// It has two permits.
    pub stoves: Semaphore,
    /// What is in the bowl is in the lock.
    pub bowl: Mutex<u32>,
    cooks: usize,
    here: Shared<usize>,
    frying: Shared<usize>,
    seen: Shared<Seen>,
}

/// What was seen of the frying.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    most_frying: usize,
    somebody_was_missing: bool,
}

/// What a kitchen has come to.
#[derive(Clone, Debug)]
struct Evening {
    in_the_bowl: u32,
    most_frying: usize,
    somebody_was_missing: bool,
}

impl Kitchen {
    /// A kitchen for so many cooks.
    #[must_use]
    pub fn of(cooks: usize) -> Kitchen {
        Kitchen {
            all_here: Barrier::new("all here", cooks),
            stoves: Semaphore::new("stoves", 2),
            bowl: Mutex::new("bowl", 0),
            cooks,
            here: Shared::new("here", 0),
            frying: Shared::new("frying", 0),
            seen: Shared::new("seen", Seen { most_frying: 0, somebody_was_missing: false }),
        }
    }

    /// A cook fries.
    #[track_caller]
    pub fn fry(&self) {
        let frying = self.frying.update(|frying| frying + 1).get() + 1;
        let is_missing = self.here.load().get() < self.cooks;
        let _before = self.seen.update(move |seen| Seen {
            most_frying: seen.most_frying.max(frying),
            somebody_was_missing: seen.somebody_was_missing || is_missing,
        });
        let _before = self.frying.update(|frying| frying - 1);
    }
}

/// Nobody fries before all are there, up to two fry at once, and nothing is lost from the bowl.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn three_needs_are_met(cook: fn(&Kitchen)) {
    for cooks in 1..=3 {
        let evening = every_schedule("the kitchen", move || {
            let kitchen = Kitchen::of(cooks);
            thread::scope(|scope| {
                for name in ["Anna", "Ben", "Cleo"].into_iter().take(cooks) {
                    scope.spawn(name, || {
                        let _before = kitchen.here.update(|here| here + 1);
                        cook(&kitchen);
                    });
                }
            });
            let in_the_bowl = *kitchen.bowl.lock();
            let Seen { most_frying, somebody_was_missing } = kitchen.seen.load().get();
            Evening { in_the_bowl, most_frying, somebody_was_missing }
        });
        evening.always(&format!("{cooks} cooks put {cooks} things into the bowl"), |end| {
            end.result.in_the_bowl as usize == cooks
        });
        evening.always(&format!("nobody fries before all {cooks} cooks are there"), |end| {
            !end.result.somebody_was_missing
        });
        evening.always(&format!("of {cooks} cooks no more than two fry at once"), |end| {
            end.result.most_frying <= 2
        });
        let at_once = cooks.min(2);
        evening.sometimes(&format!("of {cooks} cooks {at_once} fry at once"), |end| {
            end.result.most_frying == at_once
        });
    }
}

/// A shop far away: errands take some minutes each, on a clock that is computed.
#[derive(Clone, Debug)]
pub struct Shop(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    minutes: Vec<u32>,
    now: AtomicUsize,
    most: AtomicUsize,
    visits: StdMutex<Vec<usize>>,
}

impl Shop {
    /// Does an errand.
    pub async fn visit(&self, errand: usize) {
        let inside = &self.0;
        let now = inside.now.fetch_add(1, SeqCst) + 1;
        inside.most.fetch_max(now, SeqCst);
        inside.visits.lock().unwrap_or_else(PoisonError::into_inner).push(errand);
        tokio::time::sleep(MINUTE * inside.minutes.get(errand).copied().unwrap_or(0)).await;
        inside.now.fetch_sub(1, SeqCst);
    }
}

const MINUTE: Duration = Duration::from_secs(60);

/// No more errands than doors are under way, each is done once, and no door stands empty while one waits.
///
/// # Panics
///
/// With the errands for which it is not so.
#[track_caller]
pub fn every_door_is_used(all: impl AsyncFn(Shop, usize, usize) + Copy + Send + 'static) {
    let cases: [(usize, &[u32]); 5] =
        [(1, &[2]), (2, &[1, 1]), (1, &[1, 2]), (2, &[3, 1, 1, 1]), (3, &[4, 1, 2, 2, 1, 3, 1])];
    for (doors, minutes) in cases {
        let shop = Shop(Arc::new(Inside {
            minutes: minutes.to_vec(),
            now: AtomicUsize::new(0),
            most: AtomicUsize::new(0),
            visits: StdMutex::default(),
        }));
        let (inside, errands) = (Arc::clone(&shop.0), minutes.len());
        let program = async move || all(shop, errands, doors).await;
        let took = virtual_time("the errands", program);
        let task = format!("With {doors} doors and errands that take {minutes:?} minutes");
        let mut visits = inside.visits.lock().unwrap_or_else(PoisonError::into_inner).clone();
        visits.sort_unstable();
        assert!(
            visits.iter().copied().eq(0..errands) && inside.now.load(SeqCst) == 0,
            "{task}, each errand is done once and to its end. Yours did: {visits:?}."
        );
        let most = inside.most.load(SeqCst);
        assert!(most <= doors, "{task}, {most} were in the shop at the same time.");
        // Each goes in at the door that is free first.
        let mut free = vec![0; doors];
        for minutes in minutes {
            free.sort_unstable();
            free[0] += minutes;
        }
        let wanted = free.into_iter().max().unwrap_or(0);
        let claim = format!("{task}, all are done after {wanted}: when one ends, the next begins");
        took.takes(wanted * MINUTE, &claim);
    }
}
