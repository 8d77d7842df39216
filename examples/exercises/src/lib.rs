//! What the exercises are checked with.
//!
//! An exercise calls the checks of its chapter, and they are built from the general ones in
//! [`grade`]. They ask what a program does in *every* schedule, what was in progress at once, and how
//! much time passes on a clock that is computed; never how long something took.

#![warn(missing_docs)]

pub mod grade;

// Concurrency
#[path = "concurrency/interleavings.rs"]
pub mod interleavings;

// Parallelism

// GIL-free threads

// Async

// Processes
#[path = "processes/beyond.rs"]
pub mod beyond;
#[path = "processes/pools.rs"]
pub mod pools;
#[path = "processes/processes.rs"]
pub mod processes;

// Summary tables
#[path = "tables/decisions.rs"]
pub mod decisions;
#[path = "tables/which_model.rs"]
pub mod which_model;

#[cfg(test)]
mod wrong;
