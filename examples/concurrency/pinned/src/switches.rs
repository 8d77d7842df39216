//! The two counters that Linux keeps for each thread: how it came to leave its core.

use std::fs;
use std::ops::{Add, Sub};

// ANCHOR: counters
/// How often a thread left its core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switches {
    /// Because it had to wait for something, and said so.
    pub gave_up: u64,
    /// Although it was still ready to go on.
    pub was_stopped: u64,
}

impl Switches {
    /// The counters of the calling thread; `None` where the system has no such file.
    pub fn of_this_thread() -> Option<Switches> {
        let status = fs::read_to_string("/proc/thread-self/status").ok()?;
        let counter = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim_start_matches(':').trim().parse().ok()
        };
        Some(Switches {
            gave_up: counter("voluntary_ctxt_switches")?,
            was_stopped: counter("nonvoluntary_ctxt_switches")?,
        })
    }
}
// ANCHOR_END: counters

impl Add for Switches {
    type Output = Switches;

    fn add(self, other: Switches) -> Switches {
        Switches {
            gave_up: self.gave_up + other.gave_up,
            was_stopped: self.was_stopped + other.was_stopped,
        }
    }
}

impl Sub for Switches {
    type Output = Switches;

    fn sub(self, other: Switches) -> Switches {
        Switches {
            gave_up: self.gave_up - other.gave_up,
            was_stopped: self.was_stopped - other.was_stopped,
        }
    }
}
