//! Whatever is sorted, and however finely it is split, it is sorted.

use join_sort::sort;
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_parts_are_sorted(numbers in proptest::collection::vec(0_u64..50, 0..300), cut_off in 0_usize..99) {
        let mut expected = numbers.clone();
        expected.sort_unstable();
        let mut sorted = numbers;
        sort(&mut sorted, cut_off);
        prop_assert_eq!(sorted, expected);
    }
}
