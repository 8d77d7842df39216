//! Who was on what, when.
//!
//! A [`Run`] has *tasks*, which start and finish, and *workers*, which have them in hand. From it
//! come two step functions: I(t), the tasks in progress at t, and R(t), the tasks executing at t.
//! Everything this crate computes ([`measures`](Run#impl-Run)) and draws ([`draw`]) follows from
//! those two. A run comes out of a [`Model`], computed in virtual time, or out of a recording,
//! which [`start`] makes of a program's `tracing` spans.
//!
//! The crate knows nothing of mdBook, of HTTP, or of which example it is linked into. Every example
//! of the book links it, so its dependencies stay few.
//!
//! A run that is computed:
//!
//! ```
//! let mut kitchen = timeline::Model::new("one knife", "min");
//! kitchen.work("cook", "onions", 0..4);
//! kitchen.work("cook", "cucumbers", 4..8);
//! let run = kitchen.run();
//! assert_eq!((run.makespan(), run.max_in_progress(), run.max_executing()), (8, 1, 1));
//! kitchen.finish();
//! ```
//!
//! A run that is recorded: whatever spans the program's threads enter until the guard is dropped.
//!
//! ```
//! let run = timeline::start("two spinners, free");
//! std::thread::scope(|scope| {
//!     for name in ["a", "b"] {
//!         scope.spawn(move || {
//!             let _task = tracing::info_span!("spin", name).entered();
//!             (0..1_000).for_each(|_| timeline::tick());
//!         });
//!     }
//! });
//! let run = run.finish();
//! assert_eq!((run.workers.len(), run.tasks.len()), (2, 2));
//! ```

mod certain;
mod check;
pub mod draw;
pub mod file;
mod measures;
mod model;
mod publish;
mod record;
mod run;
mod steps;
mod stretches;
mod trace;

pub use file::{ReadError, Recording};
pub use model::Model;
pub use publish::publish;
pub use record::{Recorder, RunGuard, start, tick};
pub use run::{Run, Slice, Span, Task, Unit};
pub use steps::{Level, Steps};
pub use trace::trace;
