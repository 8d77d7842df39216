// One of two shops, and not too late
//
// It belongs to the section "Waiting for several" of the chapter "Tasks and runtimes".
//
// Two shops are asked at once, and the first price is taken. If there is none when the limit is over, there
// is no price. A shop searches its storeroom as long as it is asked. Whoever is not needed any more, the
// slower of the two or both after the limit, is to stop searching. Now nobody ever stops, and nobody looks
// at the limit.

use std::time::Duration;

use exercises::tasks::Shop;

/// The price that comes first, if one comes within the limit.
async fn first(one: Shop, other: Shop, limit: Duration) -> Option<u32> {
    let _ = limit;
    // TODO: Who polls the slower one after the first price is there?
    let (one, other) = (tokio::spawn(one.price()), tokio::spawn(other.price()));
    tokio::select! {
        price = one => price.ok(),
        price = other => price.ok(),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let minute = Duration::from_secs(60);
    let price = first(Shop::new(7, 3), Shop::new(9, 1), 2 * minute).await;
    println!("{price:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::tasks;

    #[test]
    fn whoever_is_not_needed_any_more_stops() {
        tasks::one_answer_and_nobody_goes_on(first);
    }
}
