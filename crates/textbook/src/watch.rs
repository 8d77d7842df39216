//! Notices that a file of the book was saved.
//!
//! By asking the file system a few times a second, and not through its notifications. These
//! differ on every system, miss network folders and containers' mounts, run out of watches, and
//! editors that save by renaming lose them; a book is a few hundred files, whose times are read
//! in a millisecond or two.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// How long between two looks: far below what a writer notices, far above what a look costs.
pub const PAUSE: Duration = Duration::from_millis(100);

/// While a change is being written, the next look follows soon: the build waits for quiet.
const SETTLE: Duration = Duration::from_millis(25);

/// What a page is made of. The theme and the style of the drawings are what book.toml takes from
/// crates; the last is what `measure` found out on this machine.
const WATCHED: [&str; 6] = [
    "book",
    "book.toml",
    "examples",
    "crates/mdbook-evidence/theme",
    "crates/timeline/src/draw/timeline.css",
    mdbook_evidence::MEASURED,
];

/// When each file was last written, and how long it is: two saves within one tick of the file
/// system's clock mostly differ in length.
pub(crate) type Snapshot = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Remembers how the files were when it last looked.
#[derive(Debug)]
pub struct Watcher {
    root: PathBuf,
    last: Snapshot,
}

impl Watcher {
    /// Starts from how the files are now. Create it before the first build: what changes during
    /// that build must not be missed.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        let last = snapshot(&root, WATCHED);
        Self { root, last }
    }

    /// Whether anything changed since the last look. If so, returns once two looks in a row see
    /// the same: an editor may save ten files, or one in three steps.
    pub fn changed(&mut self) -> bool {
        let mut now = snapshot(&self.root, WATCHED);
        if now == self.last {
            return false;
        }
        while now != self.last {
            self.last = now;
            thread::sleep(SETTLE);
            now = snapshot(&self.root, WATCHED);
        }
        true
    }
}

/// How these files are now, and all files below these folders.
pub(crate) fn snapshot(root: &Path, names: impl IntoIterator<Item: AsRef<Path>>) -> Snapshot {
    let mut files = Snapshot::new();
    for name in names {
        note(&root.join(name), &mut files);
    }
    files
}

/// Notes a file, or all files below a folder. What cannot be read was just removed, or is the
/// build's to complain about.
fn note(path: &Path, files: &mut Snapshot) {
    let Ok(metadata) = fs::metadata(path) else { return };
    if !metadata.is_dir() {
        files.insert(path.to_owned(), (metadata.modified().ok(), metadata.len()));
        return;
    }
    let Ok(entries) = fs::read_dir(path) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        // Hidden: version control, editors' swap files. The next two: built, not written. The last:
        // what a reader works in, of which no page shows anything.
        let skipped = name.to_string_lossy().starts_with('.')
            || name == "target"
            || name == "node_modules"
            || entry.path().ends_with("examples/exercises/exercises");
        // A link to a folder could lead in a circle.
        let circles =
            entry.file_type().is_ok_and(|kind| kind.is_symlink()) && entry.path().is_dir();
        if !skipped && !circles {
            note(&entry.path(), files);
        }
    }
}
