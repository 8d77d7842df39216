//! What Linux tells in files. Elsewhere the files are not there, and the answer says so; the
//! folders are arguments, so that the tests can be any machine.

use std::fs;
use std::path::{Path, PathBuf};

use super::Told;

const NOT_TOLD: &str = "not told here";

/// The number of CPUs in the affinity mask of this thread.
///
/// Read from a file rather than asked for by `sched_getaffinity`: so no system call has to be
/// wrapped, and a mask of any size fits.
pub(super) fn allowed(proc: &Path) -> Told<usize> {
    let files = [proc.join("thread-self/status"), proc.join("self/status")];
    let text = files.iter().find_map(|file| fs::read_to_string(file).ok());
    let list = text
        .as_deref()
        .and_then(|text| text.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")));
    list.and_then(count).ok_or_else(|| NOT_TOLD.to_owned())
}

/// How many numbers a list such as `0-3,8` has.
fn count(list: &str) -> Option<usize> {
    let mut all = 0_usize;
    for range in list.trim().split(',') {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        all += last.checked_sub(first)? + 1;
    }
    Some(all)
}

/// The length of a cache line of the first CPU, in bytes.
pub(super) fn cache_line(sys: &Path) -> Told<usize> {
    let file = sys.join("devices/system/cpu/cpu0/cache/index0/coherency_line_size");
    let text = fs::read_to_string(file).ok();
    let bytes = text.and_then(|text| text.trim().parse().ok()).filter(|&bytes| bytes > 0);
    bytes.ok_or_else(|| NOT_TOLD.to_owned())
}

/// The CPU quota of this process, in cores: the least of its control groups and of those above
/// them; `None` where none of them has a limit.
pub(super) fn quota(proc: &Path, cgroup: &Path) -> Told<Option<f64>> {
    let groups = fs::read_to_string(proc.join("self/cgroup")).map_err(|_| NOT_TOLD.to_owned())?;
    let mut least: Option<f64> = None;
    for line in groups.lines() {
        let mut parts = line.splitn(3, ':').skip(1);
        let (Some(controllers), Some(path)) = (parts.next(), parts.next()) else { continue };
        for mount in mounts(controllers, cgroup) {
            for folder in upwards(&mount, path) {
                let limit = limit_v2(&folder).or_else(|| limit_v1(&folder));
                least = limit.into_iter().chain(least).reduce(f64::min);
            }
        }
    }
    Ok(least)
}

/// Where the groups of these controllers are mounted: version 2 names none.
fn mounts(controllers: &str, cgroup: &Path) -> Vec<PathBuf> {
    if controllers.is_empty() {
        return vec![cgroup.to_path_buf(), cgroup.join("unified")];
    }
    if !controllers.split(',').any(|name| name == "cpu") {
        return Vec::new();
    }
    vec![cgroup.join(controllers), cgroup.join("cpu")]
}

/// A group's folder, then that of the group above it, up to the mount. In a container the path may
/// be the host's and lead nowhere; the mount itself is then the container's own group.
fn upwards(mount: &Path, path: &str) -> impl Iterator<Item = PathBuf> {
    let path = PathBuf::from(path.trim_start_matches('/'));
    let above: Vec<PathBuf> = path.ancestors().map(|part| mount.join(part)).collect();
    above.into_iter()
}

/// Version 2: `50000 100000`, the quota and the period in µs, or `max 100000`.
fn limit_v2(folder: &Path) -> Option<f64> {
    let text = fs::read_to_string(folder.join("cpu.max")).ok()?;
    let mut numbers = text.split_whitespace();
    cores(numbers.next()?, numbers.next()?)
}

/// Version 1: a file each; the quota is -1 where there is no limit.
fn limit_v1(folder: &Path) -> Option<f64> {
    let quota = fs::read_to_string(folder.join("cpu.cfs_quota_us")).ok()?;
    let period = fs::read_to_string(folder.join("cpu.cfs_period_us")).ok()?;
    cores(quota.trim(), period.trim())
}

fn cores(quota: &str, period: &str) -> Option<f64> {
    let (quota, period): (f64, f64) = (quota.parse().ok()?, period.parse().ok()?);
    (quota > 0.0 && period > 0.0).then(|| quota / period)
}

#[cfg(test)]
mod tests;
