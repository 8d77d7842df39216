//! Waiting in a loop, so that a search sees that the loop goes round.

use crate::engine::session;

/// Tries again and again until there is an answer.
///
/// A try that failed has left nothing behind in its thread: the closure is `Fn`, so it keeps
/// nothing. To a search, the thread then stands where it stood before, and waiting is a circle in
/// the graph of states; as a loop of one's own, it would be a way without an end. For real it calls
/// `yield_now` between two tries.
///
/// ```
/// let flag = interleave::Shared::new("flag", true);
/// interleave::until(|| flag.load().get().then_some(()));
/// ```
pub fn until<T>(attempt: impl Fn() -> Option<T>) -> T {
    loop {
        if session::is_open() {
            let before = session::begin();
            let answer = attempt();
            session::end(answer.is_none().then_some(before));
            if let Some(answer) = answer {
                return answer;
            }
        } else {
            if let Some(answer) = attempt() {
                return answer;
            }
            std::thread::yield_now();
        }
    }
}
