//! Checks of the exercises for *Threads*.

use std::collections::HashSet;
use std::io;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use interleave::say;

use crate::grade::{Found, Meeting, every_schedule, patiently, recorded};

/// Adds prices up, each half by a call of the function.
pub type Total = fn(&[u32], &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32;

/// In every schedule the sum is right, each price is in one of two halves, and none is copied.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn adds_two_parts(total: Total) {
    for count in 0..=5 {
        let prices: Vec<u32> = (1..=count).collect();
        let found = added(total, &prices);
        let copied = "no price is copied; the threads read the list where it lies";
        found.always(copied, |end| !end.said.iter().any(|line| line.starts_with("copies")));
        let halves = |middle: usize| {
            let (left, right) = prices.split_at(middle);
            let mut lines = [left, right].map(|half| format!("begins {half:?}"));
            lines.sort();
            lines
        };
        let claim = format!("of the prices {prices:?}, each half is added up by a call of `sum`");
        found.always(&claim, |end| {
            let begins = end.said.iter().filter(|line| line.starts_with("begins"));
            let mut begins: Vec<_> = begins.cloned().collect();
            begins.sort();
            begins == halves(prices.len() / 2) || begins == halves(prices.len().div_ceil(2))
        });
        let sum: u32 = prices.iter().sum();
        let claim = format!("the sum of the prices {prices:?} is {sum}");
        found.always(&claim, |end| end.result == sum);
    }
}

/// There is a schedule in which the second half is begun before the first has been added up.
///
/// # Panics
///
/// Where no schedule has it.
#[track_caller]
pub fn adds_both_at_once(total: Total) {
    let claim = "one half is begun while the other is still in progress";
    added(total, &[1, 2]).sometimes(claim, |end| {
        let mut lines = end.said.iter().filter(|line| !line.starts_with("copies"));
        lines.by_ref().take(2).all(|line| line.starts_with("begins"))
    });
}

#[track_caller]
fn added(total: Total, prices: &[u32]) -> Found<u32> {
    let prices = prices.to_vec();
    every_schedule("two halves", move || {
        total(&prices, &|half| {
            if !half.is_empty() && !prices.as_ptr_range().contains(&half.as_ptr()) {
                say!("copies {half:?}");
            }
            say!("begins {half:?}");
            say!("ends {half:?}");
            half.iter().sum()
        })
    })
}

/// Has onions chopped, each number of them by a cook of its own.
pub type ChopAll = fn(&[u32], &(dyn Fn(u32) -> u32 + Sync)) -> Vec<Result<u32, String>>;

/// Each cook's pieces are there, or else the words of his panic, in the order of the list.
///
/// # Panics
///
/// With the shortest list for which it is not so.
#[track_caller]
pub fn failures_are_told(chop_all: ChopAll) {
    let lists: [&[u32]; 8] =
        [&[], &[3], &[3, 30], &[0], &[13], &[3, 30, 4], &[30, 5, 0, 6], &[13, 7, 40, 0, 8]];
    for onions in lists {
        let call = move || catch_unwind(AssertUnwindSafe(|| chop_all(onions, &chop))).ok();
        let yours = patiently("cooks", call);
        let wanted: Vec<_> = onions.iter().map(|&onions| outcome(onions)).collect();
        let case = format!("The cooks get {onions:?} onions. What becomes of them:\n{wanted:?}.");
        let Some(yours) = yours else {
            panic!("{case}\nYours panics itself, and what the others have chopped is lost.");
        };
        assert!(yours == wanted, "{case}\nYours says:\n{yours:?}.");
    }
}

/// What comes of so many onions.
fn outcome(onions: u32) -> Result<u32, String> {
    match onions {
        0 => Err("no onions".to_owned()),
        13 => Err("no words".to_owned()),
        1..=10 => Ok(onions * 8),
        _ => Err(format!("{onions} are too many")),
    }
}

/// Chops them, or panics with the three kinds of payloads; without a message on standard error, where
/// it would stand among the learner's.
fn chop(onions: u32) -> u32 {
    match outcome(onions) {
        Ok(pieces) => pieces,
        Err(_) if onions == 0 => resume_unwind(Box::new("no onions")),
        Err(_) if onions == 13 => resume_unwind(Box::new(onions)),
        Err(words) => resume_unwind(Box::new(words)),
    }
}

/// The cooks chop at once, each in a thread of his own.
///
/// # Panics
///
/// With the recording in which they do not.
#[track_caller]
pub fn cooks_are_at_work_at_once(chop_all: ChopAll) {
    let meeting = Arc::new(Meeting::of(3));
    let three = recorded("three cooks", move || {
        chop_all(&[3, 4, 5], &|onions| {
            meeting.attend(&format!("{onions} onions"));
            onions * 8
        })
    });
    let three = three.in_progress(3..=3, "three cooks chop at once");
    three.workers(3..=3, "each cook is a thread");
}

/// Does so many jobs, with as many cores as the system says, each job by a call of the function.
pub type DoAll = fn(usize, io::Result<NonZero<usize>>, &(dyn Fn(usize) + Sync));

/// How many jobs and cores there are; no number, where the system does not know it.
fn cases() -> impl Iterator<Item = (usize, Option<usize>)> {
    let cores = [Some(1), None, Some(2), Some(3), Some(4)];
    (0..=7).flat_map(move |jobs| cores.map(|cores| (jobs, cores)))
}

/// Each job is done, and none of them twice.
///
/// # Panics
///
/// With the fewest jobs for which it is not so.
#[track_caller]
pub fn each_job_is_done_once(do_all: DoAll) {
    for (jobs, cores) in cases() {
        let (mut done, _) = done(do_all, jobs, cores);
        done.sort_unstable();
        let all: Vec<_> = (0..jobs).collect();
        let case = case(jobs, cores);
        assert!(done == all, "{case} Each of {all:?} is to be done once. Yours does {done:?}.");
    }
}

/// Never do more threads have jobs than there are cores, counted over the whole time.
///
/// # Panics
///
/// With the fewest jobs for which it is not so.
#[track_caller]
pub fn no_more_threads_than_cores(do_all: DoAll) {
    for (jobs, cores) in cases() {
        let (_, threads) = done(do_all, jobs, cores);
        let (case, most) = (case(jobs, cores), cores.unwrap_or(1));
        assert!(
            threads <= most,
            "{case} From the beginning to the end, so many threads may do jobs: {most}. With yours, \
             {threads} threads do."
        );
    }
}

/// As many jobs are in progress at once as there are cores, or all if they are fewer.
///
/// # Panics
///
/// With the recording in which it is not so.
#[track_caller]
pub fn every_core_has_a_job(do_all: DoAll) {
    for (jobs, cores) in [(5, 2), (2, 3), (4, 3)] {
        let all = jobs.min(cores);
        let meeting = Arc::new(Meeting::of(all));
        let run = recorded(&format!("{jobs} jobs, {cores} cores"), move || {
            do_all(jobs, number(Some(cores)), &|job| meeting.attend(&format!("job {job}")));
        });
        let claim = format!("of {jobs} jobs, {all} are in progress at once on {cores} cores");
        run.in_progress(all..=all, &claim);
    }
}

/// What was done, and by how many threads.
#[track_caller]
fn done(do_all: DoAll, jobs: usize, cores: Option<usize>) -> (Vec<usize>, usize) {
    patiently("jobs", move || {
        let done = Mutex::new((Vec::new(), HashSet::new()));
        do_all(jobs, number(cores), &|job| {
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.0.push(job);
            done.1.insert(thread::current().id());
        });
        let (jobs, threads) = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        (jobs, threads.len())
    })
}

/// What `available_parallelism` returns.
fn number(cores: Option<usize>) -> io::Result<NonZero<usize>> {
    cores.and_then(NonZero::new).ok_or_else(|| io::ErrorKind::Unsupported.into())
}

fn case(jobs: usize, cores: Option<usize>) -> String {
    let cores = cores.map_or("not known".to_owned(), |cores| cores.to_string());
    format!("Jobs: {jobs}. Cores: {cores}.")
}
