//! What one thread has noted, and when its CPU clock is read.

use super::{clock, roll};

/// Something that happened on a thread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Event {
    /// When, on the machine's monotonic clock in nanoseconds.
    pub(crate) at: u64,
    pub(crate) kind: Kind,
}

/// What happened. A span is known by the number that `tracing` gave it, which may come again once
/// the span is closed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// A span began to exist; its name is so many bytes of [`Log::names`].
    Opened { span: u64, name: u32 },
    /// The thread has it.
    Entered { span: u64 },
    /// The thread no longer has it.
    Exited { span: u64 },
    /// It will not be entered again.
    Closed { span: u64 },
    /// The thread's CPU clock was read, in nanoseconds.
    Sampled { cpu: u64 },
    /// From the last entry or exit to the next one, the thread ticks.
    Ticked,
    /// It ticks, but was not executing from `since` on until now.
    Missed { since: u64 },
    /// The thread is over.
    Ended,
}

/// After a while without, so many readings of the CPU clock may follow one another at once.
const BURST: u64 = 8;
/// How many events a log may hold is asked for in lots of this size.
const LOT: usize = 1024;

/// The events of one thread in one run.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// Which run they belong to; 0 for none.
    pub(crate) run: u64,
    /// What the thread is called.
    pub(crate) thread: Option<String>,
    /// What the system calls the thread, until it is over.
    pub(crate) id: Option<i32>,
    /// In the order in which they happened.
    pub(crate) events: Vec<Event>,
    /// The names of the spans opened here, one after the other.
    pub(crate) names: String,
    /// How many events did not fit.
    pub(crate) dropped: u64,
    /// How many more events may be noted before asking again.
    allowance: usize,
    /// When the next reading of the CPU clock is due, if readings came evenly.
    due: u64,
    /// The last reading: the time, and the CPU clock.
    last: Option<(u64, u64)>,
}

impl Log {
    /// A log as a thread could have left it, or as none could.
    #[cfg(test)]
    pub(crate) fn of(thread: Option<String>, events: Vec<Event>, names: String) -> Log {
        Log { run: 1, thread, events, names, ..Log::default() }
    }

    /// Empties the log for another run.
    pub(crate) fn begin(&mut self, run: u64) {
        let thread = std::thread::current().name().map(str::to_owned);
        *self = Log { run, thread, id: clock::thread_id(), ..Log::default() };
    }

    pub(crate) fn note(&mut self, at: u64, kind: Kind) {
        if self.admitted() {
            self.events.push(Event { at, kind });
        }
    }

    pub(crate) fn opened(&mut self, at: u64, span: u64, name: &str) {
        if self.admitted() {
            let length = u32::try_from(name.len()).unwrap_or(0);
            self.names.push_str(name.get(..length as usize).unwrap_or_default());
            self.events.push(Event { at, kind: Kind::Opened { span, name: length } });
        }
    }

    /// The thread was not executing for a while between two ticks, or so it seems. Its CPU clock
    /// has the last word: where it went on, the program has only not ticked.
    pub(crate) fn missed(&mut self, since: u64, at: u64) {
        let before = self.last;
        let cpu = self.sample(at);
        let idle = match (before, cpu) {
            (Some((time, before)), Some(now)) => {
                at.saturating_sub(time).saturating_sub(now.saturating_sub(before))
            }
            _ => 0,
        };
        if idle >= at.saturating_sub(since) / 2 {
            self.note(at, Kind::Missed { since });
        }
    }

    /// Reads the CPU clock if it was not read lately. A reading costs about as much as ten spans,
    /// so there is one in a `period` of nanoseconds on average; but some may follow one another, so
    /// that a task which has the thread only now and then has a reading at its entry and its exit.
    pub(crate) fn sample_if_due(&mut self, at: u64, period: u64) {
        if at.saturating_add(BURST.saturating_mul(period)) >= self.due {
            self.due = self.due.max(at).saturating_add(period);
            self.sample(at);
        }
    }

    /// Reads the CPU clock of the calling thread, whose log this is.
    pub(crate) fn sample(&mut self, at: u64) -> Option<u64> {
        let cpu = clock::thread_cpu()?;
        self.last = Some((at, cpu));
        self.note(at, Kind::Sampled { cpu });
        Some(cpu)
    }

    /// Whether the thread has entered something that it has not left.
    pub(crate) fn inside(&self) -> bool {
        let step = |depth: i64, event: &Event| match event.kind {
            Kind::Entered { .. } => depth + 1,
            Kind::Exited { .. } => depth - 1,
            _ => depth,
        };
        self.events.iter().fold(0, step) > 0
    }

    /// Whether there is room for one more event; counts it as dropped if not.
    fn admitted(&mut self) -> bool {
        if self.allowance == 0 {
            self.allowance = roll::room_for(LOT);
        }
        match self.allowance.checked_sub(1) {
            Some(rest) => {
                self.allowance = rest;
                true
            }
            None => {
                self.dropped += 1;
                false
            }
        }
    }
}
