//! Shared out, the primes are the same and in the same order.

use primes::{parallel, sequential};
use proptest::prelude::*;

proptest! {
    #[test]
    fn both_find_the_same_in_the_same_order(below in 0_u64..20_000) {
        prop_assert_eq!(parallel(below), sequential(below));
    }
}
