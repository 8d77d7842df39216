//! Who was on what, when.
//!
//! A [`Run`] has *tasks*, which start and finish, and *workers*, which have them in hand. From it
//! come two step functions: I(t), the tasks in progress at t, and R(t), the tasks executing at t.
//! Everything this crate computes ([`measures`](Run#impl-Run)) and draws ([`draw`]) follows from
//! those two. A run comes out of a [`Model`], computed in virtual time, or out of a recording.
//!
//! The crate knows nothing of mdBook, of HTTP, or of which example it is linked into. Every example
//! of the book links it, so its dependencies stay few.
//!
//! ```
//! let mut kitchen = timeline::Model::new("one knife", "min");
//! kitchen.work("cook", "onions", 0..4);
//! kitchen.work("cook", "cucumbers", 4..8);
//! let run = kitchen.run();
//! assert_eq!((run.makespan(), run.max_in_progress(), run.max_executing()), (8, 1, 1));
//! kitchen.finish();
//! ```

mod check;
pub mod draw;
pub mod file;
mod measures;
mod model;
mod publish;
mod run;
mod steps;
mod stretches;

pub use file::{ReadError, Recording};
pub use model::Model;
pub use publish::publish;
pub use run::{Run, Slice, Span, Task, Unit};
pub use steps::Steps;
