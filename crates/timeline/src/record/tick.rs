//! A busy loop that notes the time sees when the kernel runs somebody else.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::writer::Writer;
use super::{clock, roll};

/// From how long a gap on it is looked at, in nanoseconds.
static GAP: AtomicU64 = AtomicU64::new(300_000);

thread_local! {
    /// When this thread last ticked, or entered or left a span.
    static LAST: Cell<u64> = const { Cell::new(0) };
}

pub(super) fn set_gap(gap: Duration) {
    GAP.store(u64::try_from(gap.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// Notes that this thread is executing, for a loop that computes within a span.
///
/// Called every few microseconds, and every 100 µs at the least, it shows when the kernel ran
/// somebody else: a gap between two ticks of more than 300 µs
/// ([`Recorder::with_gap`](crate::Recorder::with_gap)) in which the thread's CPU clock stood still.
/// Without ticks a recording knows only for what share of a span the thread executed.
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
    if let Some(since) = gap_until(now) {
        note(since, now);
    }
}

#[cold]
fn note(since: u64, now: u64) {
    roll::with_writer(|writer, _| writer.gap(since, now));
}

/// The thread enters or leaves a span, which is as good as a tick.
#[inline]
pub(super) fn crossing(writer: &mut Writer, now: u64) {
    if let Some(since) = gap_until(now) {
        writer.gap(since, now);
    }
}

/// Since when nothing was heard of this thread, where that is long ago.
#[inline]
fn gap_until(now: u64) -> Option<u64> {
    // A thread whose thread-locals are gone is about to end, and holds no span.
    let since = LAST.try_with(|last| last.replace(now)).ok()?;
    (now.saturating_sub(since) > GAP.load(Ordering::Relaxed)).then_some(since)
}
