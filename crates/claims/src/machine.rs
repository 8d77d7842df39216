//! What a machine can do, beyond its [`Passport`](crate::Passport): what it has, what this process
//! may use of it, and what that is worth just now.
//!
//! Much of it only Linux tells, in files. What is not told, or cannot be seen, says so in its place:
//! a missing figure is an answer too.

mod hop;
mod linux;

use std::fmt;
use std::path::Path;
use std::thread;
use std::time::Duration;

pub use hop::{hop_time, thread_time};

use crate::claim::Work;
use crate::effective::{PHASE, effective_cores};

/// A figure, or why there is none, in plain words.
pub type Told<T> = Result<T, String>;

/// What this machine offers a program, and what that is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// Logical CPUs that this process may use, after affinity and quota, as Rust counts them.
    pub cpus: Told<usize>,
    /// Logical CPUs that the affinity mask of this thread allows.
    pub allowed: Told<usize>,
    /// The CPU quota of this process's control groups, in cores; `None` where there is no limit.
    pub quota: Told<Option<f64>>,
    /// The length of a cache line, in bytes.
    pub cache_line: Told<usize>,
    /// How many spinners together [`Machine::effective`] was measured with.
    pub workers: usize,
    /// Effective cores for each kind of work, in the order of [`Work::ALL`].
    pub effective: [f64; 3],
    /// What a value takes from one thread to another and no further, in ns.
    pub hop_ns: Told<f64>,
    /// What creating and joining a thread takes, in µs.
    pub thread_us: Told<f64>,
}

impl Machine {
    /// Looks at this machine, which takes one or two seconds: E with so many workers, at least one.
    #[must_use]
    pub fn here(workers: usize) -> Self {
        let workers = workers.max(1);
        let cpus = thread::available_parallelism().map(usize::from);
        Machine {
            allowed: linux::allowed(Path::new("/proc")),
            quota: linux::quota(Path::new("/proc"), Path::new("/sys/fs/cgroup")),
            cache_line: linux::cache_line(Path::new("/sys")),
            workers,
            effective: Work::ALL.map(|work| effective_cores(work, workers, PHASE)),
            hop_ns: hop_time(*cpus.as_ref().unwrap_or(&1), Duration::from_secs(1)),
            thread_us: thread_time(200),
            cpus: cpus.map_err(|error| format!("not told here: {error}")),
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = vec![
            ("logical CPUs for this process".to_owned(), shown(&self.cpus, usize::to_string)),
            ("allowed by the affinity mask".to_owned(), shown(&self.allowed, usize::to_string)),
            ("CPU quota".to_owned(), shown(&self.quota, quota)),
            ("cache line".to_owned(), shown(&self.cache_line, |bytes| format!("{bytes} bytes"))),
        ];
        for (work, e) in Work::ALL.iter().zip(self.effective) {
            let workers = if self.workers == 1 { "worker" } else { "workers" };
            let name = format!("E of {} {workers}, {work}", self.workers);
            // Nothing seen is not the same as no core at all.
            let e = if e > 0.0 { format!("{e:.2}") } else { "cannot be shown".to_owned() };
            lines.push((name, e));
        }
        lines.push((
            "hop between two threads".to_owned(),
            shown(&self.hop_ns, |ns| format!("{ns:.0} ns")),
        ));
        lines.push((
            "creating and joining a thread".to_owned(),
            shown(&self.thread_us, |us| format!("{us:.0} µs")),
        ));
        let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (i, (name, value)) in lines.iter().enumerate() {
            let newline = if i > 0 { "\n" } else { "" };
            write!(f, "{newline}{name:width$}  {value}")?;
        }
        Ok(())
    }
}

fn shown<T>(told: &Told<T>, show: impl Fn(&T) -> String) -> String {
    told.as_ref().map_or_else(Clone::clone, show)
}

fn quota(cores: &Option<f64>) -> String {
    cores.map_or_else(|| "none".to_owned(), |cores| format!("{cores:.2} cores"))
}
