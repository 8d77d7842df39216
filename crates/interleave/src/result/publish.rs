//! Where a result goes.

use std::env;
use std::io::{self, Write};
use std::path::Path;

use super::Schedules;

impl Schedules {
    /// Hands the result over: with `SCHEDULES_FILE=PATH` in the environment, it is written to PATH,
    /// in place of what was there. Every search does this at its end. A file that cannot be written
    /// is one line on standard error and nothing else.
    pub fn publish(&self) {
        let Some(path) = env::var_os("SCHEDULES_FILE").filter(|path| !path.is_empty()) else {
            return;
        };
        let path = Path::new(&path);
        if let Err(error) = self.write(path) {
            let path = path.display();
            let _ = writeln!(io::stderr(), "interleave: failed to write {path}: {error}");
        }
    }
}
