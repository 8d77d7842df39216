//! Orders come faster than the kitchen cooks: a queue without a bound, and two ways to have one.

use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

/// What became of the orders.
#[derive(Debug, PartialEq, Eq)]
pub struct Evening {
    /// How many were served.
    pub served: usize,
    /// How many were waiting in the queue, at most.
    pub waiting: usize,
    /// How long one took at most, from its being made to its meal.
    pub longest: Duration,
    /// When the last meal was served.
    pub end: Duration,
}

// ANCHOR: guests
/// Makes an order every 10 ms; `place` puts it into the queue.
async fn guests(orders: usize, place: impl AsyncFn(Instant)) {
    for _ in 0..orders {
        sleep(Duration::from_millis(10)).await;
        place(Instant::now()).await;
    }
}

/// Takes orders out of the queue, with how many are left in it, and cooks each for 30 ms.
async fn cook(mut next: impl AsyncFnMut() -> Option<(Instant, usize)>) -> Evening {
    let (start, mut served, mut waiting, mut longest) = (Instant::now(), 0, 0, Duration::ZERO);
    while let Some((made, left)) = next().await {
        waiting = waiting.max(left + 1);
        sleep(Duration::from_millis(30)).await;
        longest = longest.max(made.elapsed());
        served += 1;
    }
    Evening { served, waiting, longest, end: start.elapsed() }
}
// ANCHOR_END: guests

// ANCHOR: queues
/// No bound: whoever orders is done with it.
#[tokio::main(flavor = "current_thread", start_paused = true)]
pub async fn unbounded(orders: usize) -> Evening {
    let (send, mut queue) = mpsc::unbounded_channel();
    let place = async move |order| send.send(order).expect("the cook is there");
    let cook = cook(async || queue.recv().await.map(|order| (order, queue.len())));
    tokio::join!(guests(orders, place), cook).1
}

/// A bound: whoever orders waits for room.
#[tokio::main(flavor = "current_thread", start_paused = true)]
pub async fn waiting_for_room(orders: usize, room: usize) -> Evening {
    let (send, mut queue) = mpsc::channel(room);
    let place = async move |order| send.send(order).await.expect("the cook is there");
    let cook = cook(async || queue.recv().await.map(|order| (order, queue.len())));
    tokio::join!(guests(orders, place), cook).1
}

/// A bound: who finds no room is turned away.
#[tokio::main(flavor = "current_thread", start_paused = true)]
pub async fn turned_away(orders: usize, room: usize) -> Evening {
    let (send, mut queue) = mpsc::channel(room);
    let place = async move |order| {
        let _ = send.try_send(order); // It fails where there is no room.
    };
    let cook = cook(async || queue.recv().await.map(|order| (order, queue.len())));
    tokio::join!(guests(orders, place), cook).1
}
// ANCHOR_END: queues
