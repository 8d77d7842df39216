//! Whoever steals what, every job is done, and none is done again.

use mini_steal::{in_parts, stealing};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// How often each of `jobs` jobs was done.
fn counts(jobs: usize, way: impl FnOnce(&(dyn Fn(usize) + Sync))) -> Vec<usize> {
    let done: Vec<AtomicUsize> = (0..jobs).map(|_| AtomicUsize::new(0)).collect();
    way(&|job| {
        done[job].fetch_add(1, Relaxed);
    });
    done.into_iter().map(AtomicUsize::into_inner).collect()
}

proptest! {
    #[test]
    fn every_job_is_done_once(workers in 1_usize..9, jobs in 0_usize..300) {
        let once = vec![1; jobs];
        prop_assert_eq!(counts(jobs, |job| drop(stealing(workers, 0..jobs, job))), once.clone());
        prop_assert_eq!(counts(jobs, |job| in_parts(workers, 0..jobs, job)), once);
    }
}

/// The only worker has nobody to steal from.
#[test]
fn one_worker_steals_nothing() {
    assert_eq!(stealing(1, 0..100, |_| ()), [[]]);
}
