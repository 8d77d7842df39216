//! The folder in which a parent and its children meet.
//!
//! ```text
//! timeline-UID-PID/lock             locked by the parent while it records
//! timeline-UID-PID/CHILD-RUN.begun  a child has started a run
//! timeline-UID-PID/CHILD-RUN.json   and finished it: a recording, with its start
//! ```

use std::env;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::os::unix::process::parent_id;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use rustix::fs::{FlockOperation, flock};
use rustix::process::geteuid;
use serde_json::json;

use super::merge::{Part, merge};
use crate::file::Recording;
use crate::publish::say;
use crate::run::Run;

fn place(process: u32) -> PathBuf {
    env::temp_dir().join(format!("timeline-{}-{process}", geteuid().as_raw()))
}

/// Whether this is a folder, not a link to one, that belongs to this user.
fn ours(path: &Path) -> bool {
    let own = |file: fs::Metadata| file.is_dir() && file.uid() == geteuid().as_raw();
    fs::symlink_metadata(path).is_ok_and(own)
}

/// The folder of a process that records.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// The lock goes when the file is closed, however the process ends.
    _lock: File,
}

impl Folder {
    /// `None` where it cannot be made: then children publish their runs themselves.
    pub(crate) fn open() -> Option<Folder> {
        let path = place(process::id());
        let make = || DirBuilder::new().mode(0o700).create(&path);
        if make().is_err() {
            // A process that had the same number was killed, and left it behind.
            if !ours(&path) || fs::remove_dir_all(&path).is_err() || make().is_err() {
                return None;
            }
        }
        let lock = File::create_new(path.join("lock")).ok()?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive).ok()?;
        Some(Folder { path, _lock: lock })
    }

    /// Adds to the run, which started at this time, what the children have left in the folder.
    pub(crate) fn gather(self, run: &mut Run, start: u64) {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let mut parts = Vec::new();
        let mut missing = 0;
        for path in entries.map(|entry| entry.path()) {
            let kind = path.extension().and_then(|kind| kind.to_str());
            let part = match kind {
                Some("json") => part(&path),
                Some("begun") if !path.with_extension("json").exists() => None,
                _ => continue,
            };
            match part {
                // What went on outside would make more CPU time than there was.
                Some(part)
                    if start <= part.start && part.end() <= start.saturating_add(run.end) =>
                {
                    parts.push(part);
                }
                _ => missing += 1,
            }
        }
        if missing > 0 {
            let title = &run.title;
            say(&format!("`{title}` ends before {missing} run(s) of child processes: not in it"));
        }
        merge(run, start, parts);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.path);
    }
}

/// What one child has left: a recording of one run, whose passport is its start.
fn part(path: &Path) -> Option<Part> {
    let process = path.file_stem()?.to_str()?.split('-').next()?.parse().ok()?;
    let mut recording = Recording::read(path).ok()?;
    let start = recording.passport?.get("start")?.as_u64()?;
    Some(Part { process, start, run: recording.runs.pop()? })
}

/// A child's place in its parent's folder. Given up when dropped; a child that is killed does not
/// drop it, so the parent learns that something is missing.
#[derive(Debug)]
pub(crate) struct Seat(PathBuf);

impl Seat {
    /// `None` where the parent does not record.
    pub(crate) fn at_parent() -> Option<Seat> {
        static RUNS: AtomicU64 = AtomicU64::new(0);
        let folder = place(parent_id());
        let lock = File::open(folder.join("lock")).ok().filter(|_| ours(&folder))?;
        if flock(&lock, FlockOperation::NonBlockingLockShared).is_ok() {
            // Nobody holds it: the folder is from a process that is gone.
            return None;
        }
        let number = RUNS.fetch_add(1, Ordering::Relaxed);
        let seat = folder.join(format!("{}-{number}", process::id()));
        File::create_new(seat.with_extension("begun")).ok()?;
        Some(Seat(seat))
    }

    /// Leaves the run, which started at this time, to the parent.
    pub(crate) fn hand_over(self, run: &Run, start: u64) {
        let recording = Recording {
            runs: vec![run.clone()],
            passport: Some(json!({ "start": start })),
            code: None,
        };
        if let Err(error) = recording.write(&self.0.with_extension("json")) {
            let reason = match error.kind() {
                io::ErrorKind::NotFound => "it has ended".to_owned(),
                _ => error.to_string(),
            };
            say(&format!("`{}` was not handed to the parent process: {reason}", run.title));
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        _ = fs::remove_file(self.0.with_extension("begun"));
    }
}
