//! Builds the book, serves it on loopback, and keeps it fresh while it is being written.
//!
//! How a page comes to a reader:
//!
//! ```text
//! chapters ── book::render ──> a folder under target/ ── Site::load ──> memory
//!     ^        faults: all of them, chapter and line                      │
//!     │                                                       LiveBook publishes one value
//! watch::Watcher notices a save                                           │
//!                                    browser <── server, behind the guard ┘
//! ```
//!
//! What a page may have *done*, and behind which guard, is told in [`run`].
//!
//! Two things are deliberately absent. No request is ever answered from the disk, so no path can
//! lead out of the book; and nothing writes into the chapters, so a mistake in here cannot cost
//! a writer a word.

pub mod book;
pub mod cli;
pub mod commands;
pub mod faults;
pub mod guard;
pub mod key;
pub mod live;
pub mod run;
pub mod server;
pub mod site;
mod summary;
pub mod watch;
