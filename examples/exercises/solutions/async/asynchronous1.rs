// Tea and toast
//
// There are two chains, and within a chain each wait needs what the one before it gave. The block is a
// future, as the tea is, and `join!` begins both. Together they take as long as the longer chain.
//
// Had `join!` got tea and toast, and the butter come below it, the butter would wait for the tea. It is
// an easy mistake, and no result shows it. `tokio::spawn(kitchen.tea())` above, awaited at the end, is
// another way: a task more, and it goes on even if `breakfast` is given up.

use exercises::asynchronous::{Buttered, Kitchen, Tea};

/// Makes both, and ends when both are there.
async fn breakfast(kitchen: Kitchen) -> (Tea, Buttered) {
    tokio::join!(kitchen.tea(), async {
        let toast = kitchen.toast().await;
        kitchen.butter(toast).await
    })
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (tea, toast) = breakfast(Kitchen::new(30, 20, 20)).await;
    println!("{tea:?} and {toast:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::asynchronous;

    #[test]
    fn only_the_butter_waits_for_the_toast() {
        asynchronous::only_the_butter_waits_for_the_toast(breakfast);
    }
}
