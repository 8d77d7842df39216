//! What looks right in *Blocking the executor*, and is not.

use super::caught;

mod blocking1 {
    use super::caught;
    use crate::blocking::knows_the_first_beat;

    #[test]
    fn waits_until_all_are_done() {
        fn first_beat(tasks: u64, threads: u64, ms: u64) -> u64 {
            tasks.div_ceil(threads) * ms
        }
        caught(
            "It is after 0 ms, as soon as a thread is free (tasks: 1, of 1 ms; threads: 2)",
            || {
                knows_the_first_beat(first_beat);
            },
        );
    }

    #[test]
    fn shares_a_task_between_threads() {
        fn first_beat(tasks: u64, threads: u64, ms: u64) -> u64 {
            tasks * ms / threads
        }
        caught(
            "after 1 ms. It is after 0 ms, as soon as a thread is free (tasks: 1, of 2 ms",
            || {
                knows_the_first_beat(first_beat);
            },
        );
    }

    #[test]
    fn does_not_wait_for_the_last_round() {
        fn first_beat(tasks: u64, threads: u64, ms: u64) -> u64 {
            tasks.div_ceil(threads).saturating_sub(1) * ms
        }
        caught(
            "after 0 ms. It is after 1 ms, as soon as a thread is free (tasks: 1, of 1 ms",
            || {
                knows_the_first_beat(first_beat);
            },
        );
    }

    #[test]
    fn two_threads_are_enough() {
        fn first_beat(tasks: u64, threads: u64, ms: u64) -> u64 {
            if threads > 1 { 0 } else { tasks * ms }
        }
        caught(
            "It is after 1 ms, as soon as a thread is free (tasks: 2, of 1 ms; threads: 2)",
            || {
                knows_the_first_beat(first_beat);
            },
        );
    }
}

mod blocking2 {
    use super::caught;
    use crate::blocking::{gives_way_in_time, gives_way_seldom};
    use std::time::Duration;
    use tokio::task::{consume_budget, yield_now};
    use tokio::time::sleep;

    #[test]
    fn asks_after_the_step() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            let mut kept = 0;
            for &cost in costs {
                step(cost);
                kept += cost;
                if kept > 100 {
                    yield_now().await;
                }
            }
        }
        caught("Once it has to wait for 110 µs", || gives_way_in_time(compute));
    }

    #[test]
    fn gives_way_once_it_is_time() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            let mut kept = 0;
            for &cost in costs {
                step(cost);
                kept += cost;
                if kept >= 100 {
                    yield_now().await;
                    kept = 0;
                }
            }
        }
        caught("Once it has to wait for 110 µs", || gives_way_in_time(compute));
        caught("Enough: 100\nYours:  100 · beat · nothing", || gives_way_seldom(compute));
    }

    #[test]
    fn is_async_and_never_waits() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            async { costs.iter().for_each(|&cost| step(cost)) }.await;
        }
        caught("Yours: 10 + 100\n", || gives_way_in_time(compute));
    }

    #[test]
    fn gives_way_before_each_step() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            for &cost in costs {
                yield_now().await;
                step(cost);
            }
        }
        gives_way_in_time(compute);
        caught("gives way no more often than it must", || gives_way_seldom(compute));
    }

    #[test]
    fn counts_on_after_the_turn() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            let mut kept = 0;
            for &cost in costs {
                if kept + cost > 100 {
                    yield_now().await;
                }
                step(cost);
                kept += cost;
            }
        }
        gives_way_in_time(compute);
        caught("gives way no more often than it must", || gives_way_seldom(compute));
    }

    #[test]
    fn forgets_the_step_that_comes() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            let mut kept = 0;
            for &cost in costs {
                kept += cost;
                if kept > 100 {
                    yield_now().await;
                    kept = 0;
                }
                step(cost);
            }
        }
        caught("Once it has to wait for", || gives_way_in_time(compute));
    }

    #[test]
    fn leaves_it_to_tokio() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            for &cost in costs {
                consume_budget().await;
                step(cost);
            }
        }
        caught("Once it has to wait for 110 µs", || gives_way_in_time(compute));
    }

    #[test]
    fn sleeps() {
        async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
            for &cost in costs {
                step(cost);
                sleep(Duration::from_millis(1)).await;
            }
        }
        caught("the computation gives way, and does not sleep", || gives_way_in_time(compute));
    }
}

mod blocking3 {
    use super::caught;
    use crate::blocking::{Kitchen, reads_what_has_room, reads_while_cooking};
    use std::sync::Arc;
    use tokio::sync::{Semaphore, mpsc};

    #[test]
    fn takes_a_capacity_for_a_bound() {
        async fn evening(room: usize, kitchen: &Kitchen) {
            let mut orders = Vec::with_capacity(room);
            while let Some(order) = kitchen.read().await {
                orders.push(order);
            }
            for order in orders {
                kitchen.cook(order).await;
            }
        }
        caught("these are on the board: [1, 2].\nThe cook has nothing to do.", || {
            reads_what_has_room(evening);
        });
    }

    #[test]
    fn has_no_bound() {
        async fn evening(_room: usize, kitchen: &Kitchen) {
            let (board, mut orders) = mpsc::unbounded_channel();
            let reader = async move {
                while let Some(order) = kitchen.read().await {
                    board.send(order).expect("the cook is there");
                }
            };
            let cook = async {
                while let Some(order) = orders.recv().await {
                    kitchen.cook(order).await;
                }
            };
            tokio::join!(reader, cook);
        }
        caught("these are on the board: [2, 3].\nThe cook is cooking order 1.", || {
            reads_what_has_room(evening);
        });
    }

    #[test]
    fn has_room_for_one_whatever_was_asked() {
        async fn evening(_room: usize, kitchen: &Kitchen) {
            let (board, mut orders) = mpsc::channel(1);
            let reader = async move {
                while let Ok(place) = board.reserve().await {
                    let Some(order) = kitchen.read().await else { return };
                    place.send(order);
                }
            };
            let cook = async {
                while let Some(order) = orders.recv().await {
                    kitchen.cook(order).await;
                }
            };
            tokio::join!(reader, cook);
        }
        reads_what_has_room(evening);
        caught("there were never more than 1 on the board", || reads_while_cooking(evening));
    }

    #[test]
    fn waits_with_an_order_in_the_hand() {
        async fn evening(room: usize, kitchen: &Kitchen) {
            let (board, mut orders) = mpsc::channel(room);
            let reader = async move {
                while let Some(order) = kitchen.read().await {
                    board.send(order).await.expect("the cook is there");
                }
            };
            let cook = async {
                while let Some(order) = orders.recv().await {
                    kitchen.cook(order).await;
                }
            };
            tokio::join!(reader, cook);
        }
        caught("There is room for 1. After 30ms order 3 has been read", || {
            reads_what_has_room(evening);
        });
    }

    #[test]
    fn turns_orders_away() {
        async fn evening(room: usize, kitchen: &Kitchen) {
            let (board, mut orders) = mpsc::channel(room);
            let reader = async move {
                while let Some(order) = kitchen.read().await {
                    let _ = board.try_send(order);
                }
            };
            let cook = async {
                while let Some(order) = orders.recv().await {
                    kitchen.cook(order).await;
                }
            };
            tokio::join!(reader, cook);
        }
        caught("an order is read only if there is room", || reads_what_has_room(evening));
    }

    #[test]
    fn one_after_the_other() {
        async fn evening(_room: usize, kitchen: &Kitchen) {
            while let Some(order) = kitchen.read().await {
                kitchen.cook(order).await;
            }
        }
        reads_what_has_room(evening);
        caught("It takes 80ms on a computed clock, not 70ms", || reads_while_cooking(evening));
    }

    #[test]
    fn cooks_the_newest_first() {
        async fn evening(room: usize, kitchen: &Kitchen) {
            let mut orders = Vec::new();
            loop {
                while orders.len() < room {
                    let Some(order) = kitchen.read().await else { break };
                    orders.push(order);
                }
                let Some(order) = orders.pop() else { return };
                kitchen.cook(order).await;
            }
        }
        caught("Orders: [1, 2]\nCooked: [2, 1]", || reads_what_has_room(evening));
    }

    #[test]
    fn keeps_the_room_until_the_meal_is_served() {
        async fn evening(room: usize, kitchen: &Kitchen) {
            let (board, mut orders) = mpsc::unbounded_channel();
            let places = Arc::new(Semaphore::new(room));
            let reader = async move {
                while let Ok(place) = places.clone().acquire_owned().await {
                    let Some(order) = kitchen.read().await else { return };
                    board.send((order, place)).expect("the cook is there");
                }
            };
            let cook = async {
                while let Some((order, place)) = orders.recv().await {
                    kitchen.cook(order).await;
                    drop(place);
                }
            };
            tokio::join!(reader, cook);
        }
        reads_what_has_room(evening);
        caught("orders are read while the cook is cooking, if there is room", || {
            reads_while_cooking(evening);
        });
    }

    #[test]
    fn does_not_let_go_of_the_sender() {
        async fn evening(room: usize, kitchen: &Kitchen) {
            let (board, mut orders) = mpsc::channel(room);
            let reader = async {
                while let Ok(place) = board.reserve().await {
                    let Some(order) = kitchen.read().await else { return };
                    place.send(order);
                }
            };
            let cook = async {
                while let Some(order) = orders.recv().await {
                    kitchen.cook(order).await;
                }
            };
            tokio::join!(reader, cook);
        }
        caught("an evening with 0 orders: it does not end", || reads_what_has_room(evening));
    }
}
