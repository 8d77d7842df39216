// One of two shops, and not too late
//
// No task is needed. Both futures are polled by whoever awaits `first`, and both belong to it: when
// `select!` has an answer it drops the other one, and when the limit is over `timeout` drops its future,
// in which both are. What is dropped is not polled any more, so it never gets past its `await`.
//
// The price: both are one task, on one thread at a time. For shops that compute, spawn them into a
// `JoinSet`: when that is dropped, it aborts the tasks that are left. A handle that is dropped does not;
// without the set, each must be told by `abort`, and after the limit as well.

use std::time::Duration;

use exercises::tasks::Shop;
use tokio::time::timeout;

/// The price that comes first, if one comes within the limit.
async fn first(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
    let price = async {
        tokio::select! {
            price = one.price() => price,
            price = other.price() => price,
        }
    };
    timeout(limit, price).await.ok()
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let minute = Duration::from_secs(60);
    let price = first(Shop::new(7, 3), Shop::new(9, 1), 2 * minute).await;
    println!("{price:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::tasks;

    #[test]
    fn whoever_is_not_needed_any_more_stops() {
        tasks::one_answer_and_nobody_goes_on(first);
    }
}
