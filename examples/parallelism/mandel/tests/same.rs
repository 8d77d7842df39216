//! Whoever draws which row, it is the same picture.

use mandel::{parallel, sequential};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn both_draw_the_same_picture(limit in 1_u32..500) {
        prop_assert_eq!(parallel(limit), sequential(limit));
    }
}
