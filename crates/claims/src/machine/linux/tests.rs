//! Machines made of files.

use super::*;

/// A folder with these files in it.
fn machine(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn quota_of(files: &[(&str, &str)]) -> Told<Option<f64>> {
    let machine = machine(files);
    quota(&machine.path().join("proc"), &machine.path().join("cgroup"))
}

#[test]
fn a_machine_without_the_files_of_linux_tells_nothing() {
    let nothing = machine(&[]);
    let not_told = Err("not told here".to_owned());
    assert_eq!(allowed(nothing.path()), not_told);
    assert_eq!(cache_line(nothing.path()), not_told);
    assert_eq!(quota_of(&[]), Err("not told here".to_owned()));
}

#[test]
fn the_affinity_mask_is_counted() {
    let lists = [
        ("0", Some(1)),
        ("0-1", Some(2)),
        ("0-3,8,10-11", Some(7)),
        ("", None),
        ("3-1", None),
        ("x", None),
    ];
    for (list, expected) in lists {
        let status = format!("Name:\tx\nCpus_allowed:\tff\nCpus_allowed_list:\t{list}\nMems:\t0\n");
        for file in ["thread-self/status", "self/status"] {
            let machine = machine(&[(file, &*status)]);
            assert_eq!(allowed(machine.path()).ok(), expected, "{list} in {file}");
        }
    }
}

#[test]
fn a_cache_line_has_a_length() {
    let file = "devices/system/cpu/cpu0/cache/index0/coherency_line_size";
    for (text, expected) in [("64\n", Some(64)), ("128", Some(128)), ("0\n", None), ("?", None)] {
        assert_eq!(cache_line(machine(&[(file, text)]).path()).ok(), expected, "{text}");
    }
}

#[test]
fn half_a_cpu_by_quota_is_half_a_core() {
    let new = [("proc/self/cgroup", "0::/a/b\n"), ("cgroup/a/b/cpu.max", "50000 100000\n")];
    assert_eq!(quota_of(&new), Ok(Some(0.5)));
    let old = [
        ("proc/self/cgroup", "5:memory:/m\n2:cpu,cpuacct:/docker/x\n"),
        // The host's path leads nowhere in here, so the mount is this container's group.
        ("cgroup/cpu,cpuacct/cpu.cfs_quota_us", "50000\n"),
        ("cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n"),
    ];
    assert_eq!(quota_of(&old), Ok(Some(0.5)));
}

#[test]
fn the_least_quota_on_the_way_up_counts() {
    let nested = [
        ("proc/self/cgroup", "0::/a/b\n"),
        ("cgroup/a/b/cpu.max", "max 100000\n"),
        ("cgroup/a/cpu.max", "150000 100000\n"),
        ("cgroup/cpu.max", "400000 100000\n"),
    ];
    assert_eq!(quota_of(&nested), Ok(Some(1.5)));
}

#[test]
fn no_limit_is_an_answer() {
    let free = [
        ("proc/self/cgroup", "1:cpu:/\n0::/\n"),
        ("cgroup/cpu/cpu.cfs_quota_us", "-1\n"),
        ("cgroup/cpu/cpu.cfs_period_us", "100000\n"),
        ("cgroup/unified/cpu.max", "max 100000\n"),
    ];
    assert_eq!(quota_of(&free), Ok(None));
    // A quota of another controller, or a file that says nothing, limits no CPU.
    let other = [
        ("proc/self/cgroup", "garbage\n4:cpuset:/x\n0::/\n"),
        ("cgroup/cpuset/x/cpu.cfs_quota_us", "50000"),
        ("cgroup/cpuset/x/cpu.cfs_period_us", "100000"),
        ("cgroup/cpu.max", "nonsense"),
    ];
    assert_eq!(quota_of(&other), Ok(None));
}
