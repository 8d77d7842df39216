//! Programs on real threads: whoever hangs is not waited for.

use std::panic::resume_unwind;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// How long a program may stand still: no measurement, but the end of a hang. It is far more than any
/// right solution needs on a busy machine; known wrong ones, of which some hang, are small.
pub(crate) const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 20 });

/// Runs a program on a thread of its own, and gives what it returns.
///
/// ```
/// assert_eq!(exercises::grade::patiently("a sum", || 1 + 1), 2);
/// ```
///
/// # Panics
///
/// Where it panics, and where it does not end. Its threads are then left behind.
#[track_caller]
pub fn patiently<R: Send + 'static>(name: &str, program: impl FnOnce() -> R + Send + 'static) -> R {
    let (send, receive) = mpsc::channel();
    let run = move || drop(send.send(program()));
    let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run);
    let thread = thread.expect("the system has a thread left");
    match receive.recv_timeout(2 * PATIENCE) {
        Ok(result) => result,
        Err(RecvTimeoutError::Disconnected) => match thread.join() {
            Err(payload) => resume_unwind(payload),
            Ok(()) => unreachable!("it ended without a result"),
        },
        Err(RecvTimeoutError::Timeout) => panic!(
            "{name}: it does not end. Somebody waits for what never comes: a lock that is held, a \
             channel whose sender is still alive, a thread that waits for itself. Or a loop has no end."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrong::caught;

    #[test]
    fn a_hang_ends() {
        caught("a channel nobody closes: it does not end", || {
            patiently("a channel nobody closes", || {
                let (send, receive) = mpsc::channel::<()>();
                let received = receive.recv();
                drop(send);
                received
            })
            .expect("nothing comes");
        });
    }

    #[test]
    fn a_panic_goes_on() {
        caught("no onions", || patiently("a panic", || panic!("no onions")));
    }
}
