//! What the exercises are checked with.
//!
//! An exercise calls the checks of its chapter, and they are built from the general ones in
//! [`grade`]. They ask what a program does in *every* schedule, what was in progress at once, and how
//! much time passes on a clock that is computed; never how long something took.

#![warn(missing_docs)]

pub mod grade;

// Before the parts
pub mod proof;

// Concurrency
#[path = "concurrency/kitchen.rs"]
pub mod kitchen;

#[path = "concurrency/definitions.rs"]
pub mod definitions;

#[path = "concurrency/interleavings.rs"]
pub mod interleavings;

#[path = "concurrency/switching.rs"]
pub mod switching;

#[path = "concurrency/dresses.rs"]
pub mod dresses;

// Parallelism
#[path = "parallelism/splitting.rs"]
pub mod splitting;

#[path = "parallelism/scheduling.rs"]
pub mod scheduling;

#[path = "parallelism/not_paying.rs"]
pub mod not_paying;

// GIL-free threads
#[path = "threads/gil.rs"]
pub mod gil;

#[path = "threads/threads.rs"]
pub mod threads;

#[path = "threads/sharing.rs"]
pub mod sharing;

#[path = "threads/puzzles.rs"]
pub mod puzzles;

// Async
#[path = "async/asynchronous.rs"]
pub mod asynchronous;

#[path = "async/tasks.rs"]
pub mod tasks;

#[path = "async/blocking.rs"]
pub mod blocking;

// Processes
#[path = "processes/processes.rs"]
pub mod processes;

#[path = "processes/pools.rs"]
pub mod pools;

#[path = "processes/beyond.rs"]
pub mod beyond;

// Summary tables
#[path = "tables/decisions.rs"]
pub mod decisions;

#[path = "tables/which_model.rs"]
pub mod which_model;

#[cfg(test)]
mod wrong;
