//! A pool of worker processes, the counterpart of Python's `ProcessPoolExecutor`.
//!
//! * A job and its result are a line of JSON each, on the worker's standard input and output.
//! * A worker is asked for one job at a time, so nothing is queued, and a job is taken from the
//!   iterator only when a worker is free for it.
//! * A worker that ends too soon is replaced, and its job is done again. So a *result* arrives exactly
//!   once; the *work* may have been begun more often.
//! * A worker ends when its standard input does, which is when the pool is dropped, or when the
//!   process that has the pool ends in whatever way.
//!
//! What it does not do: a job has no time limit; a job must not print to standard output; and a
//! program can have one pool, since all its workers begin at the first [`Pool::start`].

mod pool;
mod serve;
mod worker;

pub use pool::{Lost, Pool};
