// In how many orders?
//
// Let the cooks come one after the other. If the cooks before took `before` steps and the next one
// takes `steps`, then an order of all of them is fixed by an order of those before and by the places
// that the new steps have among all. In how many ways places can be chosen, the binomial coefficient
// says: C(before + steps, steps). The orders are the product of these.
//
// Each factor is built by a multiplication and a division that leaves nothing over, so no number on
// the way is much greater than the result; factorials would not fit for two cooks with 20 steps.

/// The number of orders, where `steps` says how many steps each cook takes.
fn orders(steps: &[u64]) -> u128 {
    let mut all = 0;
    let mut orders = 1;
    for &own in steps {
        for step in 1..=u128::from(own) {
            all += 1;
            orders = orders * all / step;
        }
    }
    orders
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
