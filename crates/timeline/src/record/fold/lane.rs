//! What one thread had in hand, from its log.

use super::{Axis, Tasks};
use crate::record::event::Kind;
use crate::record::log::Log;
use crate::run::Span;

/// One thread's part of the run, in time order. Times are nanoseconds since the start.
#[derive(Debug, Default)]
pub(super) struct Lane {
    /// Which task was on it; the worker is not known yet. None overlap.
    pub(super) spans: Vec<Span>,
    /// The same, cut wherever the thread entered or left something.
    pub(super) stretches: Vec<Stretch>,
    /// Readings of the CPU clock: when, and what it said.
    pub(super) samples: Vec<(u64, u64)>,
    /// Of a reading after the end of the run: how much of what the thread executed since the one
    /// before lies within the run.
    pub(super) last_within: f64,
}

/// From one entry or exit to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    pub(super) start: u64,
    pub(super) end: u64,
}

/// Which spans a thread has entered and not left.
#[derive(Default)]
struct Hand {
    /// The innermost last. A span that is entered twice is in it twice.
    stack: Vec<(u64, usize)>,
    since: u64,
}

impl Lane {
    pub(super) fn of(log: &Log, tasks: &Tasks, axis: Axis) -> Lane {
        let mut lane = Lane { last_within: 1.0, ..Lane::default() };
        let mut hand = Hand::default();
        let mut raw = axis.start;
        for event in &log.events {
            let at = axis.place(event.at).max(hand.since);
            match event.kind {
                Kind::Entered { span } => {
                    if let Some(task) = tasks.meant(span, at) {
                        lane.cut(&mut hand, tasks, at);
                        hand.stack.push((span, task));
                    }
                }
                Kind::Exited { span } => {
                    // Not always the innermost: guards may be dropped in any order.
                    if let Some(place) = hand.stack.iter().rposition(|entry| entry.0 == span) {
                        lane.cut(&mut hand, tasks, at);
                        hand.stack.remove(place);
                    }
                }
                Kind::Ended => {
                    lane.cut(&mut hand, tasks, at);
                    hand.stack.clear();
                }
                Kind::Sampled { cpu } => {
                    if raw <= axis.end {
                        lane.sampled(at, cpu);
                        let whole = event.at.saturating_sub(raw);
                        if event.at > axis.end && whole > 0 {
                            let within = axis.end.saturating_sub(raw);
                            lane.last_within = within as f64 / whole as f64;
                        }
                        raw = raw.max(event.at);
                    }
                }
                Kind::Opened { .. } | Kind::Closed { .. } => {}
            }
        }
        lane.cut(&mut hand, tasks, axis.place(axis.end));
        lane
    }

    /// What is in hand changes now: notes what was in it up to here.
    fn cut(&mut self, hand: &mut Hand, tasks: &Tasks, now: u64) {
        let since = std::mem::replace(&mut hand.since, now);
        let Some(&(_, task)) = hand.stack.last() else { return };
        let Some((start, end)) = tasks.within(task, since, now) else { return };
        self.stretches.push(Stretch { start, end });
        match self.spans.last_mut() {
            // Something inside was entered and left in no time, or something outside was left.
            Some(last) if last.task == task && last.end == start => last.end = end,
            _ => self.spans.push(Span { worker: 0, task, start, end }),
        }
    }

    fn sampled(&mut self, at: u64, cpu: u64) {
        // Two clocks that are read one after the other may each be a little behind.
        let (before, least) = self.samples.last().copied().unwrap_or((0, 0));
        self.samples.push((at.max(before), cpu.max(least)));
    }
}
