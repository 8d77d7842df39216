//! What equal parts of a growing list give is a formula, and what taking turns gives has a bound.

use proptest::prelude::*;
use skewed::{in_parts, longest_first, minutes, next_free};

proptest! {
    /// With k workers exactly k² / (2k − 1), whenever each gets as many jobs.
    #[test]
    fn equal_parts_follow_the_law(workers in 1_u64..20, each in 1_u64..20) {
        let jobs = workers * each;
        let alone: u64 = (0..jobs).map(minutes).sum();
        let makespan = in_parts(jobs, workers).run().makespan();
        prop_assert_eq!(alone * (2 * workers - 1), makespan * workers * workers);
    }

    /// Graham: with nobody idle it takes at most 2 − 1/k times what the best plan takes.
    #[test]
    fn nobody_idle_is_within_grahams_bound(workers in 1_u64..20, jobs in 1_u64..60) {
        let alone: u64 = (0..jobs).map(minutes).sum();
        let best = alone.div_ceil(workers).max(minutes(jobs - 1)); // No schedule is shorter.
        for way in [next_free, longest_first] {
            let run = way(jobs, workers).run();
            prop_assert!(workers * run.makespan() <= (2 * workers - 1) * best);
            let done: u64 = run.spans.iter().map(|span| span.end - span.start).sum();
            prop_assert_eq!(done, alone); // Every job, and every one once.
        }
    }
}
