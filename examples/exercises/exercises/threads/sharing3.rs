// The list of orders
//
// It belongs to the section "What a lock costs" of the chapter "Sharing".
//
// Orders come in while the kitchen is open. The host puts each on the list and rings once; closing the
// kitchen, the host rings for all. A cook takes an order, cooks it, and comes back for the next. While
// there is none, a cook sleeps. When the kitchen is closed and the list is empty, the cooks go home.
//
// Several cooks work like this, and they do cook at once: what takes long is the cooking. Which order
// is taken first, the cook may decide. The host and the threads are the test's. So is the stove: where
// there are as many orders as cooks, it lets nobody go on before all are cooking.

use exercises::sharing::Orders; // It has two fields: `waiting: Vec<&'static str>` and `open: bool`.
use interleave::{Condvar, Mutex};

/// A cook's whole evening.
fn work(list: &Mutex<Orders>, bell: &Condvar, cook: &dyn Fn(&'static str)) {
    // TODO: When does this cook go home? And what can the others do meanwhile?
    let mut orders = list.lock();
    if orders.waiting.is_empty() {
        orders = bell.wait(orders);
    }
    while let Some(order) = orders.waiting.pop() {
        cook(order);
    }
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
