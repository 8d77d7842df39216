//! A control group for one run: what limits the processes of root, whom no limit of its own binds.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// A control group that limits how many processes there are in it.
#[derive(Debug)]
pub(crate) struct Group(pub(crate) PathBuf);

impl Group {
    /// A new group, in whichever of the two layouts this system has; `None` where there is no
    /// such thing, or it is not ours to change.
    pub(crate) fn new(processes: u32) -> Option<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("textbook-{}-{count}", std::process::id());
        ["/sys/fs/cgroup/pids", "/sys/fs/cgroup"].into_iter().find_map(|parent| {
            sweep(parent);
            let folder = Path::new(parent).join(&name);
            fs::create_dir(&folder).ok()?;
            let group = Self(folder);
            // Where the system does not count processes there is no such file, and opening it
            // would make one only on an ordinary file system.
            let limit = group.0.join("pids.max");
            let limited = limit.exists() && fs::write(limit, processes.to_string()).is_ok();
            limited.then_some(group)
        })
    }
}

/// Removes the groups of those who were killed before they could.
fn sweep(parent: &str) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name.strip_prefix("textbook-").and_then(|rest| rest.split('-').next());
        if owner.is_some_and(|owner| !Path::new("/proc").join(owner).exists()) {
            // Should somebody be in there still, the system refuses.
            let _ = fs::remove_dir(entry.path());
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // What was killed takes a moment to leave.
        for _ in 0..100 {
            if fs::remove_dir(&self.0).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
    }
}
