//! However the product is computed, and by however many, it is the same to the last bit.

use matmul::{Matrix, blocked, by_rows, in_one_go, naive, rayon, scoped};
use proptest::prelude::*;

/// Two matrices of the same side, of numbers whose sums must be rounded.
fn matrices() -> impl Strategy<Value = (Matrix, Matrix)> {
    (1_usize..40).prop_flat_map(|side| {
        let matrix = move || {
            proptest::collection::vec(-1e3..1e3, side * side)
                .prop_map(move |cells| Matrix::new(side, |r, c| cells[r * side + c]))
        };
        (matrix(), matrix())
    })
}

proptest! {
    #[test]
    fn every_way_gives_the_same_product((a, b) in matrices(), workers in 1_usize..9) {
        let product = in_one_go(&a, naive(&b));
        prop_assert_eq!(&in_one_go(&a, by_rows(&b)), &product);
        prop_assert_eq!(&in_one_go(&a, blocked(&b)), &product);
        prop_assert_eq!(&scoped(&a, workers, naive(&b)), &product);
        prop_assert_eq!(&scoped(&a, workers, by_rows(&b)), &product);
        prop_assert_eq!(&scoped(&a, workers, blocked(&b)), &product);
        prop_assert_eq!(&rayon(&a, naive(&b)), &product);
        prop_assert_eq!(&rayon(&a, blocked(&b)), &product);
    }
}
