//! A sleep is never shorter than asked for, so no pool is faster than its busiest worker.

use pool_nap::{at_least, naps};
use proptest::prelude::*;
use std::time::Duration;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn never_sooner(count in 0_u32..9, workers in 1_usize..5) {
        let nap = Duration::from_millis(2);
        prop_assert!(naps(count, nap, workers) >= at_least(count, nap, workers));
    }
}
