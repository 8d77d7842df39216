//! Time that is computed: laws of how long tasks take together, exact on any machine.

use std::time::Duration;

use super::patiently;

/// Longer than any program of an exercise takes, on the clock that is computed.
const FOR_EVER: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Runs a program on tokio, on one thread, with a clock that stands still while anybody can move and
/// jumps to the next timer when nobody can.
///
/// ```
/// use std::time::Duration;
/// use exercises::grade::virtual_time;
/// use tokio::time::sleep;
///
/// let minute = Duration::from_secs(60);
/// virtual_time("two pots", async move || tokio::join!(sleep(3 * minute), sleep(2 * minute)))
///     .takes(3 * minute, "the pots cook at once, so the longer one decides");
/// ```
///
/// # Panics
///
/// Where the program panics or does not end.
#[track_caller]
pub fn virtual_time<R, P>(name: &str, program: P) -> Took<R>
where
    P: AsyncFnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    let (result, time) = patiently(name, || {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_time().start_paused(true).build();
        runtime.expect("the system has a runtime left").block_on(async {
            let start = tokio::time::Instant::now();
            let result = tokio::time::timeout(FOR_EVER, program()).await;
            (result.ok(), start.elapsed())
        })
    });
    let Some(result) = result else {
        panic!(
            "{name}: it does not end. Every task that is left waits for something that never comes."
        );
    };
    Took { result, time }
}

/// What a program returned, and how long it took on the clock that is computed.
#[derive(Debug)]
pub struct Took<R> {
    /// What it returned.
    pub result: R,
    /// How long it took.
    pub time: Duration,
}

impl<R> Took<R> {
    /// It took exactly so long.
    ///
    /// # Panics
    ///
    /// Where it took another time.
    #[track_caller]
    pub fn takes(self, wanted: Duration, claim: &str) -> Self {
        let time = self.time;
        assert!(
            time == wanted,
            "This does not hold: {claim}.\n\nIt takes {time:?} on a computed clock, not {wanted:?}."
        );
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrong::caught;
    use tokio::time::sleep;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn one_after_the_other_takes_the_sum() {
        caught("It takes 300s on a computed clock, not 180s", || {
            let pots = async || {
                sleep(3 * MINUTE).await;
                sleep(2 * MINUTE).await;
            };
            virtual_time("two pots", pots).takes(3 * MINUTE, "the longer one decides");
        });
    }

    #[test]
    fn waiting_for_nothing_ends() {
        caught("Every task that is left waits", || {
            virtual_time("nobody sends", async || {
                let (_send, mut receive) = tokio::sync::mpsc::channel::<()>(1);
                receive.recv().await
            });
        });
    }
}
