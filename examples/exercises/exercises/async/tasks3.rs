// More shops than telephone lines
//
// It belongs to the section "At most so many" of the chapter "Tasks and runtimes".
//
// All shops in the phone book are called for their prices, and there are few lines: no more than `lines`
// calls are to be in progress at once. The shops are called in their order, and whenever a call has ended,
// the next begins. The prices are wanted in the order of the book. And the book may have millions of
// shops: none is looked up long before there is a line for it (one that is looked up ahead is all right).

use exercises::tasks::PhoneBook;
use tokio::task::JoinSet;

/// The shops' prices, in the order of the book, with no more than `lines` calls in progress.
async fn prices(book: PhoneBook, lines: usize) -> Vec<u32> {
    let _ = lines;
    let mut calls = JoinSet::new();
    for shop in book {
        // TODO: Everybody is called at once, and the prices are in the order in which they came.
        calls.spawn(shop.price());
    }
    calls.join_all().await
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = tokio::time::Instant::now();
    let all = prices(PhoneBook::new(&[(7, 3), (9, 1), (8, 1)]), 2).await;
    println!("{all:?} after {:?}", start.elapsed());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::tasks;

    #[test]
    fn no_more_calls_than_lines_and_no_line_is_idle() {
        tasks::every_line_is_used(prices);
    }
}
