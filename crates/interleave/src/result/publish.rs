//! Where a result goes. The same program is read in a terminal and recorded for the book, so what
//! it was started for decides; the program itself says nothing of it.

use std::env;
use std::io::{self, Write};
use std::path::Path;

use super::Schedules;

impl Schedules {
    /// Hands the result over. Every search does this at its end.
    ///
    /// With `SCHEDULES_FILE=PATH` in the environment it is written to PATH, in place of what was
    /// there; with `SCHEDULES_CODE=HASH` too, the file says that it belongs to that code. A file
    /// that cannot be written is one line on standard error and nothing else.
    pub fn publish(&self) {
        let Some(path) = env::var_os("SCHEDULES_FILE").filter(|path| !path.is_empty()) else {
            return;
        };
        let path = Path::new(&path);
        if let Err(error) = self.file(env::var("SCHEDULES_CODE").ok()).write(path) {
            let path = path.display();
            let _ = writeln!(io::stderr(), "interleave: failed to write {path}: {error}");
        }
    }
}
