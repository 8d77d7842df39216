//! Random tasks have the same turns at the same times here and on Tokio.

use mini_exec::log::{Dish, Step, Turn, on_ours, on_tokio};
use proptest::collection::vec;
use proptest::prelude::*;

fn dishes() -> impl Strategy<Value = Vec<Dish>> {
    let step = prop_oneof![4 => (1_u64..500).prop_map(Step::Bake), 1 => Just(Step::Yield)];
    vec(vec(step, 0..6), 0..8).prop_map(|dishes| {
        let named = dishes.into_iter().enumerate();
        named.map(|(number, steps)| (format!("dish {number}"), steps)).collect()
    })
}

/// Tokio does not promise in which order it wakes those whose time comes in the same millisecond.
fn order_within_a_millisecond_left_open(mut log: Vec<Turn>) -> Vec<Turn> {
    log.sort();
    log
}

proptest! {
    #[test]
    fn the_logs_are_the_same(dishes in dishes()) {
        let (ours, tokio) = (on_ours(&dishes), on_tokio(&dishes));
        prop_assert!(ours.is_sorted_by_key(|turn| turn.at), "the clock goes back: {ours:?}");
        let turns = dishes.iter().map(|(_, steps)| steps.len() + 1).sum::<usize>();
        prop_assert_eq!(ours.len(), turns, "a turn too many, or too few: {:?}", ours);
        if ours.windows(2).all(|pair| pair[0].at != pair[1].at || pair[0].at == 0) {
            prop_assert_eq!(&ours, &tokio);
        }
        prop_assert_eq!(
            order_within_a_millisecond_left_open(ours),
            order_within_a_millisecond_left_open(tokio)
        );
    }
}
