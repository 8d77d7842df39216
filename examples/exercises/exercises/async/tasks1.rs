// Prices in the order of the list
//
// It belongs to the section "Waiting for several" of the chapter "Tasks and runtimes".
//
// Each shop on the list is asked for its price, and some take longer to answer than others. The prices
// are wanted in the order of the list. No shop needs the answer of another one, so all are done when the
// slowest has answered. As it is given, everybody is asked, and it takes far too long.

use exercises::tasks::Shop;

/// The shops' prices, in the order of the shops.
async fn prices(shops: Vec<Shop>) -> Vec<u32> {
    let mut prices = Vec::new();
    for shop in shops {
        // TODO: At this line, which shops have been asked?
        let price = tokio::spawn(shop.price()).await;
        prices.push(price.expect("no shop panics"));
    }
    prices
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = tokio::time::Instant::now();
    let all = prices(vec![Shop::new(7, 3), Shop::new(9, 1)]).await;
    println!("{all:?} after {:?}", start.elapsed());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::tasks;

    #[test]
    fn all_shops_are_asked_at_once_and_the_list_keeps_its_order() {
        tasks::asked_at_once_and_kept_in_order(prices);
    }
}
