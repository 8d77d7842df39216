// More shops than telephone lines
//
// The set itself is the limit: when it has as many tasks as there are lines, one must have ended before
// the next begins, and it does not matter which. So no line is idle while a shop is left, and no more than
// one shop is looked up ahead. The prices come as they are ready; each carries its place, by which they
// are sorted in the end.
//
// The other way is a semaphore, with a place taken before the task is spawned (`acquire_owned`) and
// dropped by the task. If each task takes its place itself, as in the chapter, the lines are used as well,
// but all tasks exist from the beginning. The price of the order is the same in all: every answer is kept
// until the last is there.

use exercises::tasks::PhoneBook;
use tokio::task::JoinSet;

/// The shops' prices, in the order of the book, with no more than `lines` calls in progress.
async fn prices(book: PhoneBook, lines: usize) -> Vec<u32> {
    let mut calls = JoinSet::new();
    let mut prices = Vec::new();
    for (place, shop) in book.enumerate() {
        if calls.len() == lines {
            let ended = calls.join_next().await.expect("there is at least one line");
            prices.push(ended.expect("no call panics"));
        }
        calls.spawn(async move { (place, shop.price().await) });
    }
    prices.extend(calls.join_all().await);
    prices.sort_unstable();
    prices.into_iter().map(|(_place, price)| price).collect()
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
