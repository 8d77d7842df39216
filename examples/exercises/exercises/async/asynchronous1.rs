// Tea and toast
//
// It belongs to the section "Two waits, put together" of the chapter "Asynchronous".
//
// Breakfast is tea, and toast with butter melted on it. The butter needs the toast. The tea needs
// neither of them. On one thread, let nothing wait for what it does not need. (The test has a clock that
// stands still while anything can be executed.)

use exercises::asynchronous::{Buttered, Kitchen, Tea};

/// Makes both, and ends when both are there.
async fn breakfast(kitchen: Kitchen) -> (Tea, Buttered) {
    // TODO: Who waits for whom?
    let tea = kitchen.tea().await;
    let toast = kitchen.toast().await;
    let buttered = kitchen.butter(toast).await;
    (tea, buttered)
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
