//! Child processes that record into their parent's run.
//!
//! A process that records keeps a folder in the system's place for temporary files, named after the
//! process and locked by it. A child that starts a run looks for its parent's folder, and if that
//! is locked, so that the parent is really there and recording, the child's run goes in there and
//! is not published. Both have the same monotonic clock, so the runs need only be moved to the
//! same start. (An environment variable would be the usual way to tell a child. But a program may
//! not change its own environment safely, and a reader's example is to start its children as if
//! nobody recorded it.)
//!
//! That works on Linux and macOS. Elsewhere processes share no clock that the standard library
//! would tell, and a child publishes its run by itself.

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod merge;
#[cfg_attr(any(target_os = "linux", target_os = "macos"), path = "family/shared.rs")]
#[cfg_attr(not(any(target_os = "linux", target_os = "macos")), path = "family/alone.rs")]
mod system;

pub(super) use system::{Folder, Seat};
