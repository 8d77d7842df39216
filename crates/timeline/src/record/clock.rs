//! The clocks of the system: one for time, which never steps, and those that count how long a
//! thread or the process has been executing.
//!
//! On Linux and macOS the time is CLOCK_MONOTONIC, which all processes of a machine share. The
//! other systems get the standard library's clock, counted from the first look at it, which no two
//! processes share, and no CPU clocks: `Run::executing` and `Run::cpu` are `None` there.

pub(crate) use system::{now, process_cpu, thread_cpu};

/// What a thread is called by the system, so that another one can read its CPU clock; `None`
/// where there is no such way.
#[cfg(target_os = "linux")]
pub(crate) fn thread_id() -> Option<i32> {
    Some(rustix::thread::gettid().as_raw_nonzero().get())
}

/// As [`thread_cpu`], of another thread of this process that is blocked or executing. What the
/// thread has executed since the kernel last looked, at most a few ms ago, may be missing.
#[cfg(target_os = "linux")]
pub(crate) fn cpu_of(thread: i32) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/self/task/{thread}/schedstat")).ok()?;
    text.split(' ').next()?.parse().ok()
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn thread_id() -> Option<i32> {
    None
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn cpu_of(_thread: i32) -> Option<u64> {
    None
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod system {
    use rustix::time::{ClockId, clock_gettime};

    /// Nanoseconds of the machine's monotonic clock.
    pub(crate) fn now() -> u64 {
        read(ClockId::Monotonic)
    }

    /// Nanoseconds for which the calling thread has been executing. Reading it costs about ten
    /// times what the time costs, since it takes a system call.
    pub(crate) fn thread_cpu() -> Option<u64> {
        Some(read(ClockId::ThreadCPUTime))
    }

    /// Nanoseconds for which the threads of this process have been executing, all together.
    pub(crate) fn process_cpu() -> Option<u64> {
        Some(read(ClockId::ProcessCPUTime))
    }

    fn read(clock: ClockId) -> u64 {
        let time = clock_gettime(clock);
        let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
        let nanoseconds = u64::try_from(time.tv_nsec).unwrap_or(0);
        seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod system {
    use std::sync::OnceLock;
    use std::time::Instant;

    /// Nanoseconds since the first call, plus one: 0 is no time.
    pub(crate) fn now() -> u64 {
        static FIRST: OnceLock<Instant> = OnceLock::new();
        let first = FIRST.get_or_init(Instant::now);
        u64::try_from(first.elapsed().as_nanos()).unwrap_or(u64::MAX).saturating_add(1)
    }

    pub(crate) fn thread_cpu() -> Option<u64> {
        None
    }

    pub(crate) fn process_cpu() -> Option<u64> {
        None
    }
}
