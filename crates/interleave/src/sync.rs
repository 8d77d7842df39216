//! What threads share. Everything here is thin over the guarded step of [`object`](crate::object).

mod barrier;
mod channel;
mod condvar;
mod mutex;
mod rwlock;
mod semaphore;
mod shared;

pub use barrier::Barrier;
pub use channel::{Receiver, Sender, channel};
pub use condvar::Condvar;
pub use mutex::{Guard, Mutex};
pub use rwlock::{ReadGuard, RwLock, WriteGuard};
pub use semaphore::Semaphore;
pub use shared::Shared;
