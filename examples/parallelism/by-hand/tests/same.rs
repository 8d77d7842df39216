//! However many threads count, they count the same.

use by_hand::{by_crossbeam, by_hand, count};
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_parts_add_up(text in proptest::collection::vec(any::<u8>(), 0..300), workers in 1_usize..9) {
        let counts = count(&text);
        prop_assert_eq!(by_hand(&text, workers), counts);
        prop_assert_eq!(by_crossbeam(&text, workers), counts);
    }
}
