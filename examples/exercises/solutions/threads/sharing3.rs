// The list of orders
//
// `next` holds the lock for what belongs together: looking at the list, sleeping if it is empty, and
// taking an order. Its guard is dropped when it returns, so nobody cooks with the lock in hand. A cook
// sleeps only while there is nothing to do *and* something may still come; with that said, an empty
// list means that the kitchen is closed. Nearly every pool of threads has this loop at its heart.
//
// `next` is a function for a reason. Written out, `while let Some(order) = list.lock().waiting.pop()`
// would keep the guard until the end of the loop's body. An inner block, or `drop`, would do as well.

use exercises::sharing::Orders; // It has two fields: `waiting: Vec<&'static str>` and `open: bool`.
use interleave::{Condvar, Mutex};

/// A cook's whole evening.
fn work(list: &Mutex<Orders>, bell: &Condvar, cook: &dyn Fn(&'static str)) {
    while let Some(order) = next(list, bell) {
        cook(order);
    }
}

/// The next order, or none if the kitchen is closed.
fn next(list: &Mutex<Orders>, bell: &Condvar) -> Option<&'static str> {
    let nothing_yet = |orders: &Orders| orders.open && orders.waiting.is_empty();
    bell.wait_while(list.lock(), nothing_yet).waiting.pop()
}

fn main() {
    let list = Mutex::new("list", Orders { waiting: vec!["soup", "pie"], open: false });
    work(&list, &Condvar::new("bell"), &|order| println!("{order} is cooked"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::sharing;

    #[test]
    fn every_order_is_cooked_and_all_cook_at_once_and_go_home() {
        sharing::every_order_is_cooked_once(work);
    }
}
