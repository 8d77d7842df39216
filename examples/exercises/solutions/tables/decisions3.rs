// A shop with few doors
//
// A permit is taken before the task is spawned, and goes with it; when the task ends, the permit is
// dropped, and the loop goes on. So there are never more tasks under way than doors either, however many
// errands there are: that is backpressure. (The set keeps an entry for each that has ended, until it is
// joined.)
//
// With `join_next` one can do without a semaphore: as soon as as many tasks are under way as there are
// doors, wait for any of them before the next is spawned. To do the errands in rounds is not the same. In
// a round all wait for the slowest.

use std::sync::Arc;

use exercises::decisions::Shop;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Does the errands from 0 up to `errands`, with no more than `doors` in the shop.
async fn all(shop: Shop, errands: usize, doors: usize) {
    let permits = Arc::new(Semaphore::new(doors));
    let mut tasks = JoinSet::new();
    for errand in 0..errands {
        let permit = Arc::clone(&permits).acquire_owned().await.expect("nobody closes it");
        let shop = shop.clone();
        tasks.spawn(async move {
            shop.visit(errand).await;
            drop(permit);
        });
    }
    tasks.join_all().await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    all(Shop::quick(), 3, 2).await;
    println!("three errands are done");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::decisions;

    #[test]
    fn no_more_than_the_doors_and_no_door_stands_empty() {
        decisions::every_door_is_used(all);
    }
}
