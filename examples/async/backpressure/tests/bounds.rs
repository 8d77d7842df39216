//! What holds of any number of orders and any room.

use backpressure::{turned_away, unbounded, waiting_for_room};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_bound_bounds_the_queue_and_the_wait(orders in 1_usize..200, room in 1_usize..20) {
        let (open, bound) = (unbounded(orders), waiting_for_room(orders, room));
        prop_assert_eq!((open.served, bound.served), (orders, orders));
        prop_assert_eq!(open.end, bound.end, "the cook is never idle, bound or no bound");
        prop_assert!(bound.waiting <= room);

        let away = turned_away(orders, room);
        prop_assert!(away.waiting <= room && away.served <= orders);
        // One is being cooked, and at most so many are before you.
        prop_assert!(away.longest.as_millis() <= 30 * (room as u128 + 1));
        // The one who waits for room at the door waits for one place more.
        prop_assert!(bound.longest.as_millis() <= 30 * (room as u128 + 2));
    }

    #[test]
    fn without_a_bound_the_queue_grows_with_the_orders(orders in 1_usize..200) {
        // In the 30 ms that one takes to cook, three come and one leaves.
        let most = unbounded(orders).waiting;
        prop_assert!(most.abs_diff(orders * 2 / 3) <= 1, "{most} of {orders}");
    }
}
