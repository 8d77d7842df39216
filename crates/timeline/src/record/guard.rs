//! `start`, and the guard whose end is the run's.

use std::sync::OnceLock;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;

use super::family::{Folder, Seat};
use super::fold::{self, Recorded};
use super::{Recorder, clock, layer, roll};
use crate::publish::{publish, say};
use crate::run::{Run, Unit};

/// Records from here on, until the guard is dropped; then the run is [published](crate::publish()).
///
/// What is recorded are the [`tracing`](https://docs.rs/tracing) spans of level INFO and above that
/// are created from here on, on any thread: see [`Recorder`]. The first call installs a recorder as
/// the program's global subscriber, unless the program has installed one. Runs may follow one
/// another; if one is under way already, a line on standard error says so, and the guard does
/// nothing. A child process that records while its parent does becomes part of the parent's run.
///
/// ```
/// let run = timeline::start("two spinners, free");
/// std::thread::scope(|scope| {
///     for name in ["a", "b"] {
///         scope.spawn(move || {
///             let _task = tracing::info_span!("spin", name).entered();
///             for _ in 0..1_000 {
///                 timeline::tick();
///             }
///         });
///     }
/// });
/// let run = run.finish();
/// assert_eq!((run.tasks.len(), run.workers.len()), (2, 2));
/// ```
pub fn start(title: impl Into<String>) -> RunGuard {
    let title = title.into();
    if !installed() {
        let reason = "the program's tracing subscriber has no timeline::Recorder";
        say(&format!("`{title}` is not recorded: {reason}"));
        return RunGuard { title, under_way: None };
    }
    if !roll::begin() {
        say(&format!("`{title}` is not recorded: another run is under way"));
        return RunGuard { title, under_way: None };
    }
    let (folder, seat) = (Folder::open(), Seat::at_parent());
    // The CPU time is taken within the wall time, so that it cannot come out as more than all
    // processors together have.
    let start = clock::now();
    let cpu = clock::process_cpu();
    RunGuard { title, under_way: Some(UnderWay { start, cpu, folder, seat }) }
}

/// Whether spans reach a recorder, which the first call sees to.
fn installed() -> bool {
    static INSTALLED: OnceLock<bool> = OnceLock::new();
    *INSTALLED.get_or_init(|| {
        layer::installed() || {
            // The filter keeps the spans of libraries from being created at all.
            let registry = tracing_subscriber::registry();
            let subscriber = registry.with(Recorder::new()).with(LevelFilter::INFO);
            tracing::subscriber::set_global_default(subscriber).is_ok()
        }
    })
}

/// A run under way. Dropping it ends the run and [publishes](crate::publish()) it.
#[derive(Debug)]
#[must_use = "the run ends where this is dropped: `let _run = timeline::start(…);`"]
pub struct RunGuard {
    title: String,
    /// `None` once the run is over, and where it was never recorded.
    under_way: Option<UnderWay>,
}

#[derive(Debug)]
struct UnderWay {
    start: u64,
    cpu: Option<u64>,
    /// Where children leave their runs.
    folder: Option<Folder>,
    /// Where this run goes if the process is such a child.
    seat: Option<Seat>,
}

impl RunGuard {
    /// Ends the run, publishes it, and hands it out; an empty one if it was not recorded.
    pub fn finish(mut self) -> Run {
        self.end(true).unwrap_or_else(|| self.nothing())
    }

    /// Ends the run and hands it out, unpublished.
    pub fn discard(mut self) -> Run {
        self.end(false).unwrap_or_else(|| self.nothing())
    }

    fn nothing(&mut self) -> Run {
        Run::new(std::mem::take(&mut self.title), Unit::Nanoseconds)
    }

    fn end(&mut self, publishing: bool) -> Option<Run> {
        let UnderWay { start, cpu, folder, seat } = self.under_way.take()?;
        let mut cpu_end = clock::process_cpu();
        let mut end = clock::now();
        let harvest = roll::end();
        if let Some((full, cpu)) = harvest.full {
            (end, cpu_end) = (full, cpu);
            let dropped: u64 = harvest.logs.iter().map(|log| log.dropped).sum();
            let until = end.saturating_sub(start) as f64 / 1e9;
            let title = &self.title;
            say(&format!("`{title}` is recorded up to {until:.3} s: {dropped} events did not fit"));
        }
        let cpu = cpu.zip(cpu_end).map(|(from, to)| to.saturating_sub(from));
        let title = std::mem::take(&mut self.title);
        let mut run = fold::run(Recorded { title, start, end, cpu, logs: harvest.logs });
        if let Some(folder) = folder {
            folder.gather(&mut run, start);
        }
        match seat {
            _ if !publishing => {}
            Some(seat) => seat.hand_over(&run, start),
            None => publish(&run),
        }
        Some(run)
    }
}

impl Drop for RunGuard {
    fn drop(&mut self) {
        self.end(true);
    }
}
