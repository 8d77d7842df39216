//! What looks right in *Tasks and runtimes*, and is not.

use super::caught;

mod tasks1 {
    use tokio::task::JoinSet;

    use super::caught;
    use crate::tasks::{Shop, asked_at_once_and_kept_in_order};

    const ONE_AFTER_THE_OTHER: &str = "It takes 180s on a computed clock, not 120s";

    async fn joined_at_once(shops: Vec<Shop>) -> Vec<u32> {
        let mut prices = Vec::new();
        for shop in shops {
            let price = tokio::spawn(shop.price()).await;
            prices.push(price.expect("no shop panics"));
        }
        prices
    }

    #[test]
    fn who_joins_at_once_asks_one_after_the_other() {
        caught(ONE_AFTER_THE_OTHER, || asked_at_once_and_kept_in_order(joined_at_once));
    }

    async fn futures_that_nobody_polls(shops: Vec<Shop>) -> Vec<u32> {
        let asked: Vec<_> = shops.into_iter().map(Shop::price).collect();
        let mut prices = Vec::new();
        for price in asked {
            prices.push(price.await);
        }
        prices
    }

    #[test]
    fn a_future_does_not_begin_by_itself() {
        caught(ONE_AFTER_THE_OTHER, || asked_at_once_and_kept_in_order(futures_that_nobody_polls));
    }

    async fn a_lazy_iterator(shops: Vec<Shop>) -> Vec<u32> {
        let mut prices = Vec::new();
        for task in shops.into_iter().map(|shop| tokio::spawn(shop.price())) {
            prices.push(task.await.expect("no shop panics"));
        }
        prices
    }

    #[test]
    fn an_iterator_spawns_when_it_is_asked() {
        caught(ONE_AFTER_THE_OTHER, || asked_at_once_and_kept_in_order(a_lazy_iterator));
    }

    async fn as_they_come(shops: Vec<Shop>) -> Vec<u32> {
        let tasks: JoinSet<u32> = shops.into_iter().map(Shop::price).collect();
        tasks.join_all().await
    }

    #[test]
    fn as_they_come_is_another_order() {
        caught("the prices are in the order of the shops: [48, 85].\n\nYours: [85, 48]", || {
            asked_at_once_and_kept_in_order(as_they_come);
        });
    }
}

mod tasks2 {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::caught;
    use crate::tasks::{Shop, one_answer_and_nobody_goes_on};

    const GOES_ON: &str = "a limit of 5, whoever is not needed any more stops";

    async fn handles_and_no_limit(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
        let _ = limit;
        let (one, other) = (tokio::spawn(one.price()), tokio::spawn(other.price()));
        tokio::select! {
            price = one => price.ok(),
            price = other => price.ok(),
        }
    }

    #[test]
    fn who_drops_a_handle_lets_the_task_go_on() {
        caught(GOES_ON, || one_answer_and_nobody_goes_on(handles_and_no_limit));
    }

    async fn handles_and_a_limit(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
        timeout(limit, handles_and_no_limit(one, other, limit)).await.ok().flatten()
    }

    #[test]
    fn a_limit_drops_the_handles_as_well() {
        caught(GOES_ON, || one_answer_and_nobody_goes_on(handles_and_a_limit));
    }

    async fn no_limit(one: Shop, other: Shop, _limit: Duration) -> Option<u32> {
        tokio::select! {
            price = one.price() => Some(price),
            price = other.price() => Some(price),
        }
    }

    #[test]
    fn a_late_price_is_no_price() {
        caught("a limit of 2, the price is None", || one_answer_and_nobody_goes_on(no_limit));
    }

    async fn aborted_after_an_answer_only(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
        let (mut one, mut other) = (tokio::spawn(one.price()), tokio::spawn(other.price()));
        let price = async {
            tokio::select! {
                price = &mut one => { other.abort(); price.ok() }
                price = &mut other => { one.abort(); price.ok() }
            }
        };
        timeout(limit, price).await.ok().flatten()
    }

    #[test]
    fn after_the_limit_nobody_is_needed() {
        caught("a limit of 2, whoever is not needed any more stops", || {
            one_answer_and_nobody_goes_on(aborted_after_an_answer_only);
        });
    }

    async fn both_in_time(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
        let start = tokio::time::Instant::now();
        let timed = async |shop: Shop| {
            let price = shop.price().await;
            (start.elapsed(), price)
        };
        let (one, other) = tokio::join!(timed(one), timed(other));
        let (time, price) = one.min(other);
        (time < limit).then_some(price)
    }

    #[test]
    fn who_waits_for_both_waits_for_the_slower() {
        caught("It takes 180s on a computed clock, not 60s", || {
            one_answer_and_nobody_goes_on(both_in_time);
        });
    }

    async fn one_and_then_the_other(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
        match timeout(limit, one.price()).await {
            Ok(price) => Some(price),
            Err(_) => timeout(limit, other.price()).await.ok(),
        }
    }

    #[test]
    fn the_other_is_not_only_for_when_the_one_fails() {
        caught("both are asked.\n\nYours asks 1 of them", || {
            one_answer_and_nobody_goes_on(one_and_then_the_other);
        });
    }
}

mod tasks3 {
    use std::collections::VecDeque;
    use std::sync::Arc;

    use tokio::sync::Semaphore;
    use tokio::task::JoinSet;

    use super::caught;
    use crate::tasks::{PhoneBook, every_line_is_used};

    async fn all_at_once(book: PhoneBook, lines: usize) -> Vec<u32> {
        let _ = lines;
        let mut calls = JoinSet::new();
        for shop in book {
            calls.spawn(shop.price());
        }
        calls.join_all().await
    }

    #[test]
    fn a_loop_that_spawns_calls_all() {
        caught(
            "there are never more calls in progress than lines.\n\nIn yours there are 2",
            || {
                every_line_is_used(all_at_once);
            },
        );
    }

    async fn a_place_taken_by_the_task(book: PhoneBook, lines: usize) -> Vec<u32> {
        let places = Arc::new(Semaphore::new(lines));
        let mut calls = Vec::new();
        for shop in book {
            let places = Arc::clone(&places);
            calls.push(tokio::spawn(async move {
                let _place = places.acquire().await.expect("nobody closes it");
                shop.price().await
            }));
        }
        let mut prices = Vec::new();
        for call in calls {
            prices.push(call.await.expect("no call panics"));
        }
        prices
    }

    #[test]
    fn tasks_that_wait_for_a_place_exist_already() {
        caught("no shop is looked up long before there is a line for it", || {
            every_line_is_used(a_place_taken_by_the_task);
        });
    }

    async fn in_rounds(mut book: PhoneBook, lines: usize) -> Vec<u32> {
        let mut prices = Vec::new();
        loop {
            let round: Vec<_> =
                book.by_ref().take(lines).map(|shop| tokio::spawn(shop.price())).collect();
            if round.is_empty() {
                return prices;
            }
            for call in round {
                prices.push(call.await.expect("no call panics"));
            }
        }
    }

    #[test]
    fn in_rounds_all_wait_for_the_slowest() {
        caught("the next call begins when any of the others ends.\n\nIt takes 180s", || {
            every_line_is_used(in_rounds);
        });
    }

    async fn the_oldest_first(book: PhoneBook, lines: usize) -> Vec<u32> {
        let (mut calls, mut prices) = (VecDeque::new(), Vec::new());
        for shop in book {
            if calls.len() == lines {
                let oldest: tokio::task::JoinHandle<u32> =
                    calls.pop_front().expect("there is at least one line");
                prices.push(oldest.await.expect("no call panics"));
            }
            calls.push_back(tokio::spawn(shop.price()));
        }
        for call in calls {
            prices.push(call.await.expect("no call panics"));
        }
        prices
    }

    #[test]
    fn the_oldest_need_not_end_first() {
        caught("the next call begins when any of the others ends.\n\nIt takes 300s", || {
            every_line_is_used(the_oldest_first);
        });
    }

    async fn as_they_come(book: PhoneBook, lines: usize) -> Vec<u32> {
        let (mut calls, mut prices) = (JoinSet::new(), Vec::new());
        for shop in book {
            if calls.len() == lines {
                let ended = calls.join_next().await.expect("there is at least one line");
                prices.push(ended.expect("no call panics"));
            }
            calls.spawn(shop.price());
        }
        prices.extend(calls.join_all().await);
        prices
    }

    #[test]
    fn as_they_come_is_not_the_order_of_the_book() {
        caught("the prices are in the order of the book", || every_line_is_used(as_they_come));
    }

    async fn one_line_is_enough(book: PhoneBook, _lines: usize) -> Vec<u32> {
        let mut prices = Vec::new();
        for shop in book {
            prices.push(shop.price().await);
        }
        prices
    }

    #[test]
    fn a_line_that_is_there_is_used() {
        caught("with 2 lines and shops that answer after [1, 2, 1] minutes, the next call", || {
            every_line_is_used(one_line_is_enough);
        });
    }
}
