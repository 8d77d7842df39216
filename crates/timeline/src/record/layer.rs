//! The layer: what `tracing` says about spans becomes events.

use std::cell::RefCell;
use std::fmt::{self, Write};
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Dispatch, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer};

use super::event::Kind;
use super::{roll, tick};

/// A `tracing` layer that notes which thread has which span when, while a run is
/// [under way](crate::start).
///
/// [`start`](crate::start) installs one by itself. A program that composes its own subscriber, to
/// log as well, say, adds one to it before the first `start`:
///
/// ```
/// use tracing_subscriber::prelude::*;
///
/// let recorder = timeline::Recorder::new().with_most_events(10_000);
/// tracing_subscriber::registry().with(recorder).init();
/// let run = timeline::start("composed").discard();
/// assert_eq!(run.tasks.len(), 0);
/// ```
///
/// A span is a *task*, in progress from when it is created until it is closed; while a thread has
/// entered it, it is on that *worker*. Its name is the span's, then the values of the fields it was
/// created with, separated by blanks: `info_span!("spin", name = "a")` is `spin a`. Where spans are
/// nested, the innermost is on the worker and the others are in progress.
#[derive(Debug, Clone)]
pub struct Recorder {
    max_level: Level,
    /// In nanoseconds.
    sample_every: u64,
    gap: Duration,
    most_events: usize,
}

/// Whether a recorder is part of some subscriber.
static INSTALLED: AtomicBool = AtomicBool::new(false);

pub(super) fn installed() -> bool {
    INSTALLED.load(Ordering::Relaxed)
}

impl Default for Recorder {
    fn default() -> Recorder {
        Recorder::new()
    }
}

impl Recorder {
    /// The recorder that [`start`](crate::start) installs.
    pub fn new() -> Recorder {
        Recorder {
            max_level: Level::INFO,
            sample_every: 1_000_000,
            gap: Duration::from_micros(300),
            most_events: 2_000_000,
        }
    }

    /// Spans above this level of detail are no tasks. Default: INFO, so that the spans of libraries,
    /// which are DEBUG or TRACE, stay out.
    pub fn with_max_level(self, max_level: Level) -> Recorder {
        Recorder { max_level, ..self }
    }

    /// How often the CPU clock of a thread is read, on average, when it enters and leaves spans.
    /// Default: 1 ms. A reading costs about 250 ns.
    pub fn with_sample_every(self, sample_every: Duration) -> Recorder {
        let sample_every = u64::try_from(sample_every.as_nanos()).unwrap_or(u64::MAX);
        Recorder { sample_every, ..self }
    }

    /// After how long without a [`tick`](crate::tick), an entry or an exit a thread's CPU clock is
    /// asked whether it was executing meanwhile. Default: 300 µs, well above the 100 µs that a loop
    /// may take from tick to tick, and below the millisecond and more for which a kernel puts a
    /// busy thread aside.
    pub fn with_gap(self, gap: Duration) -> Recorder {
        Recorder { gap, ..self }
    }

    /// How many events a run may hold, of 24 bytes each; a span that is entered once takes five.
    /// Default: 2,000,000. Where the room ends, so does the run as far as it is recorded, and a
    /// line on standard error says so.
    pub fn with_most_events(self, most_events: usize) -> Recorder {
        Recorder { most_events, ..self }
    }
}

impl<S: Subscriber> Layer<S> for Recorder {
    fn on_register_dispatch(&self, _: &Dispatch) {
        tick::set_gap(self.gap);
        roll::set_most_events(self.most_events);
        INSTALLED.store(true, Ordering::Relaxed);
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, _: Context<'_, S>) {
        if !roll::under_way() || *attributes.metadata().level() > self.max_level {
            return;
        }
        // Taken out while it is written to: a field's `Debug` may create a span itself.
        let mut name = NAME.try_with(RefCell::take).unwrap_or_default();
        name.clear();
        name.push_str(attributes.metadata().name());
        attributes.record(&mut Values(&mut name));
        roll::with_writer(|writer, at| writer.opened(at, id.into_u64(), &name));
        _ = NAME.try_with(|empty| empty.replace(mem::take(&mut name)));
    }

    fn on_enter(&self, id: &Id, _: Context<'_, S>) {
        self.crossing(Kind::Entered { span: id.into_u64() });
    }

    fn on_exit(&self, id: &Id, _: Context<'_, S>) {
        self.crossing(Kind::Exited { span: id.into_u64() });
    }

    fn on_close(&self, id: Id, _: Context<'_, S>) {
        roll::with_writer(|writer, at| writer.note(at, Kind::Closed { span: id.into_u64() }));
    }
}

impl Recorder {
    /// A thread enters or leaves a span.
    #[inline]
    fn crossing(&self, kind: Kind) {
        roll::with_writer(|writer, at| {
            tick::crossing(writer, at);
            writer.note(at, kind);
            writer.sample_if_due(at, self.sample_every);
        });
    }
}

thread_local! {
    /// Where a name is put together, so that a new span allocates nothing.
    static NAME: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Appends the values of fields to a name.
struct Values<'a>(&'a mut String);

impl Visit for Values<'_> {
    fn record_str(&mut self, _: &Field, value: &str) {
        self.0.push(' ');
        self.0.push_str(value);
    }

    fn record_debug(&mut self, _: &Field, value: &dyn fmt::Debug) {
        // Writing into a string fails only if the value's own `Debug` does.
        _ = write!(self.0, " {value:?}");
    }
}
