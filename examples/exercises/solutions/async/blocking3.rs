// A board with room for so many
//
// A bounded channel is the board. `reserve` waits for room *before* the order is read, and `place` is
// that room: nobody else gets it. With `send` alone, the order would have been read already, and whoever
// holds it waits with it in the hand. In most programs that one more does no harm, and `send` is what
// one writes. Here nobody reads what has no room, so the socket fills up, and the other side waits.
//
// `async move` gives the only sender to the reader. When it ends, the channel is closed, and `recv` says
// so as soon as the board is empty. If somebody else kept the sender, the cook would wait for ever.
//
// The price is that the two are coupled: if the cook is slow, so is the reader. That is what a bound is.
//
// Another way is a `Semaphore` with `room` permits and a channel without a bound: a permit for each
// order, which is given back when the order is taken off the board. Not when it is cooked, since that
// would be too late.

use exercises::blocking::Kitchen;
use tokio::sync::mpsc;

/// Reads all orders and cooks them, with at most so many on the board.
async fn evening(room: usize, kitchen: &Kitchen) {
    let (board, mut orders) = mpsc::channel(room);
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

fn main() {}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::blocking;

    #[test]
    fn there_is_room_for_every_order_that_is_read() {
        blocking::reads_what_has_room(evening);
    }

    #[test]
    fn the_cook_is_not_kept_waiting() {
        blocking::reads_while_cooking(evening);
    }
}
