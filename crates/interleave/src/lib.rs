//! Every schedule of a small concurrent program.
//!
//! A *schedule* is an order of the steps that a program's threads take. [`Search::explore`] runs
//! through all of them and says which outcomes there are, how many schedules end in each, and by
//! which steps each is reached soonest:
//!
//! ```
//! use interleave::{Search, Shared, thread};
//!
//! let found = Search::new("onion-count").explore(|| {
//!     let onions = Shared::new("onions", 0);
//!     thread::scope(|s| {
//!         for cook in ["anna", "ben"] {
//!             s.spawn(cook, || {
//!                 let n = onions.load();
//!                 onions.store(n + 1);
//!             });
//!         }
//!     });
//!     onions.load().get()
//! })?;
//! assert_eq!(found.schedules(), Some(6));
//! let counts: Vec<_> = found.outcomes().iter().map(|one| (&*one.text, one.schedules)).collect();
//! assert_eq!(counts, [("1", Some(4)), ("2", Some(2))]);
//! # Ok::<(), interleave::Fault>(())
//! ```
//!
//! The same closure, called without a search, runs on std's threads and locks. The two ways part in
//! one module, `object`.
//!
//! # What a step is
//!
//! One call of a method of [`Shared`], [`Mutex`] and the like, or one [`say!`]. What a thread does
//! between two steps belongs to the first of them; no other thread can see it. Spawning and joining
//! are no steps, nor is what the main thread does while it is alone. Steps are sequentially
//! consistent: each sees all that were taken before it.
//!
//! # Why states can be merged
//!
//! Ten increments by each of two threads have 137,846,528,820 schedules, and a few thousand states.
//! The state of a thread is: how many steps it has taken, what it has *looked into*, and the
//! [`Value`]s that are alive. That is enough to know its future, since code can branch only on what
//! it has looked into, and everything else that it could still use is alive. So the number of
//! onions that a cook has loaded matters until it is stored and dropped, and no longer. What a
//! [`Guard`] shows counts as looked into, as does what `try_lock` and `compare_exchange` answer.
//!
//! Three promises of the program make this true: it shares nothing but this crate's objects; two
//! values of a type are equal if their `Debug` texts are; and it is deterministic otherwise. The
//! search checks the first and last as far as it can: whatever a thread was seen to do must be what
//! it does each time, and runs drawn by lot must end in states that were found. Where not, the
//! answer is [`Fault::NotDeterministic`].

mod engine;
mod fault;
mod object;
mod real;
mod result;
mod say;
mod search;
mod sync;
pub mod thread;
mod until;
mod value;

pub use fault::{Fault, Line};
pub use object::State;
pub use result::file;
pub use result::{Cycle, Kind, Move, Outcome, Schedules, Stopped};
pub use say::__say;
pub use search::Search;
pub use sync::{
    Barrier, Condvar, Guard, Mutex, ReadGuard, Receiver, RwLock, Semaphore, Sender, Shared,
    WriteGuard, channel,
};
pub use until::until;
pub use value::Value;

/// In a search, the current thread has learnt this and may act on it.
pub(crate) fn looked(what: &impl std::fmt::Debug) {
    if engine::session::is_open() {
        engine::session::looked(format!("{what:?}"));
    }
}
