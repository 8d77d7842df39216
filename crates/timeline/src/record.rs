//! Recordings of real runs: a program's `tracing` spans become a [`Run`](crate::Run).
//!
//! ```text
//! guard.rs   start(), and the guard that ends a run and publishes it
//! layer.rs   the Recorder: what tracing says, as events
//! tick.rs    tick(): a busy loop notes the time
//! event.rs   what a thread notes
//! writer.rs  the thread's side of its log, and when its CPU clock is read
//! chunk.rs   the memory in between
//! log.rs     the other side, for who ends the run
//! roll.rs    the logs of all threads, and which run is under way
//! fold.rs    from the logs to a Run
//! family.rs  child processes that record into their parent's run
//! clock.rs   the clocks of the system
//! ```
//!
//! There is one recording at a time in a process, since a CPU clock and a tick belong to the
//! process and not to a subscriber. What a thread notes goes into a log of its own; the logs meet
//! only when the run is over. So the threads that are watched never wait for one another on the
//! recorder's account, which would change what is watched.

mod chunk;
mod clock;
mod event;
mod family;
mod fold;
mod guard;
mod layer;
mod log;
mod roll;
mod tick;
mod writer;

pub use guard::{RunGuard, start};
pub use layer::Recorder;
pub use tick::tick;
