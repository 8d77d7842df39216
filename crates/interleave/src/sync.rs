//! What threads share. Everything here is thin over the guarded step of [`object`](crate::object).

mod mutex;
mod shared;

pub use mutex::{Guard, Mutex};
pub use shared::Shared;
