//! The twelve jobs: items that compute, wait, carry something, or must not harm one another.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
// ANCHOR: job
/// So many items that are alike. Times are in nanoseconds.
pub struct Job {
    /// How many there are.
    pub items: f64,
    /// How long an item computes, on a core of its own.
    pub cpu: f64,
    /// How long it waits for an answer before that.
    pub wait: f64,
    /// How many bytes it has to be given.
    pub bytes: f64,
    /// Whether an item may crash, and must then take no other along.
    pub isolated: bool,
}
// ANCHOR_END: job

const US: f64 = 1e3;
const MS: f64 = 1e6;
const KB: f64 = 1e3;
const MB: f64 = 1e6;

const NOTHING: Job = Job { items: 1.0, cpu: 0.0, wait: 0.0, bytes: 0.0, isolated: false };

/// The twelve, with what they could be.
pub const JOBS: [(&str, Job); 12] = [
    ("a few sums", Job { items: 20.0, cpu: US, ..NOTHING }),
    ("one long computation", Job { cpu: 200.0 * MS, ..NOTHING }),
    ("rows of a table", Job { items: 20_000.0, cpu: US, ..NOTHING }),
    ("pictures to shrink", Job { items: 40.0, cpu: 8.0 * MS, bytes: 500.0 * KB, ..NOTHING }),
    ("large pictures", Job { items: 40.0, cpu: MS, bytes: 4.0 * MB, ..NOTHING }),
    ("lines of a log", Job { items: 5_000.0, cpu: 20.0 * US, bytes: 800.0, ..NOTHING }),
    ("a few rare events", Job { items: 6.0, cpu: 20.0 * US, wait: 50.0 * MS, ..NOTHING }),
    ("pages to fetch", Job { items: 60.0, cpu: 0.1 * MS, wait: 20.0 * MS, ..NOTHING }),
    ("pages to fetch and search", Job { items: 80.0, cpu: 4.0 * MS, wait: 10.0 * MS, ..NOTHING }),
    ("idle connections", Job { items: 2_000.0, cpu: 5.0 * US, wait: 30.0 * MS, ..NOTHING }),
    (
        "plug-ins that compute",
        Job { items: 200.0, cpu: 0.5 * MS, bytes: 4.0 * KB, isolated: true, ..NOTHING },
    ),
    (
        "plug-ins that wait",
        Job { items: 30.0, cpu: 0.1 * MS, wait: 40.0 * MS, bytes: 4.0 * KB, isolated: true },
    ),
];
