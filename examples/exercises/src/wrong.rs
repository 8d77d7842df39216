//! Solutions that look right and are not. Each must be caught, for the reason stated.
//!
//! A chapter is a module, and an exercise is a module within it: `interleavings1`. What a known wrong
//! solution shows of the checks, it shows for every learner who tries the same.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::grade;

mod proof;

#[path = "wrong/concurrency/kitchen.rs"]
mod kitchen;

#[path = "wrong/concurrency/definitions.rs"]
mod definitions;

#[path = "wrong/concurrency/interleavings.rs"]
mod interleavings;

#[path = "wrong/concurrency/switching.rs"]
mod switching;

#[path = "wrong/concurrency/dresses.rs"]
mod dresses;

#[path = "wrong/parallelism/splitting.rs"]
mod splitting;

#[path = "wrong/parallelism/scheduling.rs"]
mod scheduling;

#[path = "wrong/parallelism/not_paying.rs"]
mod not_paying;

#[path = "wrong/threads/gil.rs"]
mod gil;

#[path = "wrong/threads/threads.rs"]
mod threads;

#[path = "wrong/threads/sharing.rs"]
mod sharing;

#[path = "wrong/threads/puzzles.rs"]
mod puzzles;

#[path = "wrong/async/asynchronous.rs"]
mod asynchronous;

#[path = "wrong/async/tasks.rs"]
mod tasks;

#[path = "wrong/async/blocking.rs"]
mod blocking;

#[path = "wrong/processes/processes.rs"]
mod processes;

#[path = "wrong/processes/pools.rs"]
mod pools;

#[path = "wrong/processes/beyond.rs"]
mod beyond;

#[path = "wrong/tables/decisions.rs"]
mod decisions;

#[path = "wrong/tables/which_model.rs"]
mod which_model;

/// The check fails, and its message has this text.
#[track_caller]
pub(crate) fn caught<R>(reason: &str, check: impl FnOnce() -> R) {
    let Err(payload) = catch_unwind(AssertUnwindSafe(check)) else {
        panic!("it was not caught: {reason}");
    };
    let said = grade::said(&*payload);
    assert!(said.contains(reason), "it was caught for another reason than `{reason}`:\n{said}");
}
