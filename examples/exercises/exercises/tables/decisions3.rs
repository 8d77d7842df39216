// A shop with few doors
//
// It belongs to the section "From the need to the primitive" of the chapter "Decision tables".
//
// Errands are done in a shop far away, each in a task of its own, and some take longer than others. The
// shop wants no more than `doors` of them at the same time. The errands begin in their order, and whenever
// one has ended, the next begins: nobody waits longer than needed. Find the row, and take what it says.

use exercises::decisions::Shop;
use tokio::task::JoinSet;

/// Does the errands from 0 up to `errands`, with no more than `doors` in the shop.
async fn all(shop: Shop, errands: usize, doors: usize) {
    let mut tasks = JoinSet::new();
    for errand in 0..errands {
        // TODO: All go at the same time.
        let (shop, _) = (shop.clone(), doors);
        tasks.spawn(async move { shop.visit(errand).await });
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
