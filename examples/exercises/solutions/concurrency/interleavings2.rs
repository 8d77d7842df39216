// The last onion
//
// Looking and taking are one step, and the step says what was there before: whoever saw an onion in it
// has it.
//
// `compare_exchange` does it too, in a loop: it takes only if the stock is still what it was when the
// cook looked, and otherwise the cook looks again.

use interleave::Shared;

/// Takes an onion if there is one; whether there was.
fn take(stock: &Shared<u32>) -> bool {
    stock.update(|onions| onions.saturating_sub(1)) > 0
}

fn main() {
    let stock = Shared::new("stock", 1);
    println!("the first cook: {}, the second: {}", take(&stock), take(&stock));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::interleavings;

    #[test]
    fn every_schedule_hands_out_what_there_is() {
        interleavings::nobody_takes_what_is_not_there(take);
    }
}
