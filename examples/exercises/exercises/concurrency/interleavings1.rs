// In how many orders?
//
// It belongs to the section "In how many orders?" of the chapter "Interleavings".
//
// The chapter counts the orders of two cooks with equally many steps. Now there may be any number of
// cooks, and each has a number of steps of their own. In how many orders can all the steps be taken,
// if each cook keeps to their own order?
//
// Two cooks with 1 and 2 steps have 3 orders: abb, bab, bba.

/// The number of orders, where `steps` says how many steps each cook takes.
fn orders(steps: &[u64]) -> u128 {
    // TODO: This is the number of orders of steps that may come in any order at all, also in those
    // in which a cook takes the second step before the first.
    let all: u64 = steps.iter().sum();
    (1..=u128::from(all)).product()
}

fn main() {
    println!("Three cooks with 2 steps each: {} orders", orders(&[2, 2, 2]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::interleavings;

    #[test]
    fn every_order_is_counted_once() {
        interleavings::counts_every_order(orders);
    }
}
