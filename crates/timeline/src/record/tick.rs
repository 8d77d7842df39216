//! A busy loop that notes the time sees when the kernel runs somebody else.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::log::{Kind, Log};
use super::{clock, roll};

/// From how long a gap between ticks on the thread was not executing, in nanoseconds.
static GAP: AtomicU64 = AtomicU64::new(300_000);

/// What a thread knows between two ticks.
#[derive(Clone, Copy)]
struct Pulse {
    /// The last tick, entry or exit.
    last: u64,
    /// Whether there was a tick since the last entry or exit.
    ticking: bool,
}

thread_local! {
    static PULSE: Cell<Pulse> = const { Cell::new(Pulse { last: 0, ticking: false }) };
}

pub(super) fn set_gap(gap: Duration) {
    GAP.store(u64::try_from(gap.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// Notes that this thread is executing, for a loop that computes within a span.
///
/// Called every few microseconds, and every 100 µs at the least, from where the span is entered to
/// where it is left, it makes the recording exact: a longer gap between two ticks
/// ([300 µs](crate::Recorder::with_tick_gap)) in which the thread's CPU clock stood still is time
/// in which the kernel ran somebody else. Without ticks a recording knows only for what share of a
/// span the thread executed.
///
/// It costs as much as reading the clock, and next to nothing when no run is under way.
///
/// ```
/// # let work = 0..10_u64;
/// let mut sum = 0_u64;
/// for number in work {
///     sum += number * number;
///     timeline::tick();
/// }
/// ```
#[inline]
pub fn tick() {
    if roll::under_way() {
        beat();
    }
}

fn beat() {
    let now = clock::now();
    // A thread whose thread-locals are gone is about to end, and holds no span.
    let before = PULSE.try_with(|pulse| pulse.replace(Pulse { last: now, ticking: true }));
    let Ok(before) = before else { return };
    let missed = now.saturating_sub(before.last) > GAP.load(Ordering::Relaxed);
    if missed || !before.ticking {
        note(before, now, missed);
    }
}

#[cold]
fn note(before: Pulse, now: u64, missed: bool) {
    roll::with_log(|log, _| {
        if !before.ticking {
            log.note(now, Kind::Ticked);
        }
        if missed {
            log.missed(before.last, now);
        }
    });
}

/// The thread enters or leaves a span, which counts as a tick if there were any.
#[inline]
pub(super) fn crossing(log: &mut Log, at: u64) {
    let before = PULSE.try_with(|pulse| pulse.replace(Pulse { last: at, ticking: false }));
    if let Ok(Pulse { last, ticking: true }) = before
        && at.saturating_sub(last) > GAP.load(Ordering::Relaxed)
    {
        log.missed(last, at);
    }
}
