//! Alone, shared or pooled, and wherever the halves meet, it is the same sum.

use crossover::{alone, pooled, shared};
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_halves_add_up(from in 0_u64..1_000, count in 0_u64..1_000) {
        let sum = alone(from, from + count);
        prop_assert_eq!(shared(from, from + count), sum);
        prop_assert_eq!(pooled(from, from + count), sum);
    }
}
