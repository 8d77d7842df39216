//! How far a measurement is.

use std::io::Write;
use std::time::Instant;

/// One line on standard error that says how far this is and how long it will take.
pub(super) struct Progress {
    steps: usize,
    done: usize,
    started: Instant,
    name: String,
}

impl Progress {
    pub(super) fn new(steps: usize, name: &str) -> Self {
        Progress { steps, done: 0, started: Instant::now(), name: name.to_owned() }
    }

    pub(super) fn step(&mut self, id: &str) {
        let left = if self.done == 0 {
            String::new()
        } else {
            let each = self.started.elapsed().as_secs_f64() / self.done as f64;
            format!("about {:.0} s left", each * (self.steps - self.done) as f64)
        };
        self.done += 1;
        // Rounds that were not steady are measured again, so there may be more than was foreseen.
        self.steps = self.steps.max(self.done);
        let filled = 20 * self.done / self.steps.max(1);
        let bar = format!("{}{}", "█".repeat(filled), "░".repeat(20 - filled.min(20)));
        eprint!("\r{bar} {:12} {left:20} {id:30}", self.name);
        let _ = std::io::stderr().flush();
    }

    pub(super) fn end(&self) {
        eprintln!("\r{:90}\r{} in {:.0} s", "", self.name, self.started.elapsed().as_secs_f64());
    }
}
