// The last onion
//
// It belongs to the section "All of them" of the chapter "Interleavings".
//
// Cooks take onions from a stock. A cook looks whether there is one, and takes it. Nobody may take
// what is not there: with one onion left and two cooks, one of them gets it, whoever comes first.
//
// The test runs several cooks in every schedule. Where it fails, it shows a schedule: read it from
// top to bottom, and see who looked at what. (`Shared` is the chapter's type. Look up what its methods
// do in one step: `cargo doc -p interleave --open`.)

use interleave::Shared;

/// Takes an onion if there is one; whether there was.
fn take(stock: &Shared<u32>) -> bool {
    // TODO: Somebody can come between these steps.
    let onions = stock.load();
    if onions == 0 {
        return false;
    }
    stock.store(onions - 1);
    true
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
