// A board with room for so many
//
// It belongs to the section "A queue without an end" of the chapter "Blocking the executor".
//
// Orders come through a socket. `kitchen.read()` reads the next one, which takes a while, and puts it on
// the board; `None` says that there are no more. `kitchen.cook(order)` takes an order off the board
// as it begins, and cooks. There is one cook.
//
// The board has room for `room` orders, and there are never more on it. An order for which there is no
// room is not read: then whoever sends them waits. None is lost, the one that came first is cooked first,
// and orders are read while the cook is cooking.

use exercises::blocking::Kitchen;

/// Reads all orders and cooks them, with at most so many on the board.
async fn evening(room: usize, kitchen: &Kitchen) {
    // TODO: Is a capacity a bound? And nothing is cooked before the last order has been read.
    let mut orders = Vec::with_capacity(room);
    while let Some(order) = kitchen.read().await {
        orders.push(order);
    }
    for order in orders {
        kitchen.cook(order).await;
    }
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
