//! Checks of the exercises for *Splitting work*.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};
use tracing::info_span;

use crate::grade::{Meeting, patiently, recorded};

/// Counts the words of the parts, each part by a call of the function.
pub type Words = fn(&[&str], &(dyn Fn(&str) -> usize + Sync)) -> usize;

/// The words of all parts are counted, and all parts at once.
///
/// # Panics
///
/// With the sum that is wrong, or the recording in which the parts are not counted at once.
#[track_caller]
pub fn counts_parts_at_once(words: Words) {
    let text = ["salt and", "pepper and a", "spoon"];
    let meeting = Meeting::of(text.len());
    let recorded = recorded("three parts", move || {
        words(&text, &|part| {
            meeting.attend(part);
            part.split_whitespace().count()
        })
    });
    let sum = recorded.result;
    assert!(sum == 6, "The parts {text:?} have 2, 3 and 1 words. Yours says {sum} together.");
    let recorded = recorded.in_progress(3..=3, "three parts are counted at once");
    recorded.workers(3..=3, "each part has a thread of its own");
}

/// Adds numbers up: the cut-off, and what adds a part in one go.
pub type Sum = fn(&[u64], usize, &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64;

/// The sum is right, every number is in one part, no part is larger than the cut-off, and what does
/// not exceed it was not split.
///
/// # Panics
///
/// With the fewest numbers for which it is not so, and the parts.
#[track_caller]
pub fn splits_in_halves(sum: Sum) {
    for count in 1..=12 {
        for cut_off in 1..=4 {
            let (yours, mut parts) = patiently("halves of halves", move || {
                let parts = Mutex::new(Vec::new());
                let numbers: Vec<_> = (1..=count).collect();
                let yours = sum(&numbers, cut_off, &|part| {
                    parts.lock().expect("nobody panics with it").push(part.to_vec());
                    part.iter().sum()
                });
                (yours, parts.into_inner().expect("nobody panicked with it"))
            });
            parts.sort();
            let shown: Vec<_> = parts.iter().map(|part| format!("{part:?}")).collect();
            let case = format!(
                "The numbers 1 to {count} with a cut-off of {cut_off}. Added in one go: {}.",
                shown.join(", ")
            );
            let all: Vec<_> = (1..=count).collect();
            assert!(parts.concat() == all, "{case} Each number must be in exactly one part.");
            let wanted = all.iter().sum::<u64>();
            assert!(yours == wanted, "{case} The sum is {wanted}. Yours says {yours}.");
            let (least, whole) = (cut_off.div_ceil(2), parts.len() == 1);
            for part in parts {
                let size = part.len();
                assert!(size <= cut_off, "{case} {part:?} exceeds the cut-off.");
                assert!(
                    whole || size >= least,
                    "{case} {part:?} is too small. Halves of what exceeds {cut_off} have {least} \
                     numbers or more."
                );
            }
        }
    }
}

/// On a pool of four workers, four parts are in progress at once; on a pool of two, eight parts are
/// done by the pool's own workers.
///
/// # Panics
///
/// With the recording in which it is not so.
#[track_caller]
pub fn parts_are_for_whoever_is_free(sum: Sum) {
    let meeting = Arc::new(Meeting::of(4));
    let four = recorded("four parts, a pool of four", move || {
        pool(4).install(|| {
            sum(&[1, 2, 3, 4, 5, 6, 7, 8], 2, &|part| {
                meeting.attend(&format!("{part:?}"));
                part.iter().sum()
            })
        })
    });
    four.in_progress(4..=4, "with four workers, four parts are in progress at once");

    let two = recorded("eight parts, a pool of two", move || {
        pool(2).install(|| {
            sum(&[1, 2, 3, 4, 5, 6, 7, 8], 1, &|part| {
                let number = part[0];
                info_span!("part", number).in_scope(|| number)
            })
        })
    });
    two.workers(1..=2, "the workers of the pool do all parts, and no thread is started for one");
}

/// A pool whose workers have names.
fn pool(workers: usize) -> ThreadPool {
    let pool = ThreadPoolBuilder::new().num_threads(workers);
    let pool = pool.thread_name(|number| format!("worker {}", number + 1));
    pool.build().expect("the system has a few threads for us")
}

/// Draws rows with so many workers, each row by a call of the function.
pub type Draw = fn(&mut [String], usize, &(dyn Fn(usize) -> String + Sync));

/// Every row is drawn, and is where it belongs.
///
/// # Panics
///
/// With the fewest rows and workers for which it is not so.
#[track_caller]
pub fn rows_are_drawn(draw: Draw) {
    for count in 0..=9 {
        for workers in 1..=4 {
            let rows = patiently("rows", move || {
                let mut rows = vec![String::from("(not drawn)"); count];
                draw(&mut rows, workers, &|y| format!("row {y}"));
                rows
            });
            let wanted: Vec<_> = (0..count).map(|y| format!("row {y}")).collect();
            assert!(
                rows == wanted,
                "{count} rows, {workers} workers: each row must be drawn, and be where it belongs. \
                 Yours has {rows:?}."
            );
        }
    }
}

/// Each row is drawn once, and no worker has two rows more than another.
///
/// # Panics
///
/// With the fewest rows and workers for which it is not so.
#[track_caller]
pub fn rows_are_shared_evenly(draw: Draw) {
    for count in 1..=9 {
        for workers in 1..=4 {
            let mut shares = patiently("rows", move || {
                let drawn = Mutex::new(HashMap::new());
                draw(&mut vec![String::new(); count], workers, &|_| {
                    let mut drawn = drawn.lock().expect("nobody panics with it");
                    *drawn.entry(thread::current().id()).or_insert(0) += 1;
                    String::new()
                });
                let drawn = drawn.into_inner().expect("nobody panicked with it");
                drawn.into_values().collect::<Vec<usize>>()
            });
            shares.sort_unstable_by(|one, other| other.cmp(one));
            let fair = |worker: usize| (count - worker).div_ceil(workers);
            let wanted: Vec<_> = (0..workers.min(count)).map(fair).collect();
            assert!(
                shares == wanted,
                "{count} rows, {workers} workers: nobody has two rows more than another, so the \
                 threads draw {wanted:?} rows. Yours draw {shares:?}."
            );
        }
    }
}

/// All workers are at work at once.
///
/// # Panics
///
/// With the recording in which they are not.
#[track_caller]
pub fn workers_draw_at_once(draw: Draw) {
    let meeting = Meeting::of(4);
    let nine = recorded("nine rows, four workers", move || {
        draw(&mut vec![String::new(); 9], 4, &|y| {
            meeting.attend(&format!("row {y}"));
            String::new()
        });
    });
    nine.in_progress(4..=4, "four workers draw at once");
}
