// Prices in the order of the list
//
// There are two loops. The first spawns and waits for nobody, so all tasks exist before anybody is waited
// for. The second waits for the first shop, and meanwhile all others go on: what has been answered early
// stays in its handle. So the whole takes as long as the slowest, in whatever order the handles are
// awaited, and awaiting them in the order of the list keeps that order.
//
// The price is a handle and a task each. With a `JoinSet` the prices come as they are ready, and each
// needs its number to find its place. For a fixed number of futures, `join!` does it without tasks.

use exercises::tasks::Shop;

/// The shops' prices, in the order of the shops.
async fn prices(shops: Vec<Shop>) -> Vec<u32> {
    let mut asked = Vec::new();
    for shop in shops {
        asked.push(tokio::spawn(shop.price()));
    }
    let mut prices = Vec::new();
    for price in asked {
        prices.push(price.await.expect("no shop panics"));
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
