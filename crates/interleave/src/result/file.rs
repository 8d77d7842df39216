//! A search result as a file.

use std::path::Path;

use super::Schedules;

impl Schedules {
    /// Writes it to a file.
    ///
    /// # Errors
    ///
    /// Where the file cannot be written.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        std::fs::write(path, "")
    }
}
