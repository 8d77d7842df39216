// Two readers of one price list
//
// It belongs to the section "Who may borrow" of the chapter "Threads".
//
// Two threads borrow one list, and each adds up a half of it. The sum is right. But in no schedule are
// both at work at once.
//
// A scope waits for its threads at its end, whether they are joined or not. So when must *you* wait?
// (The test runs every schedule. So the threads are `interleave`'s, and are given a name.)

use interleave::thread;

/// The sum of all prices: `sum` adds up one half of them and, at once, the other half.
fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
    let (left, right) = prices.split_at(prices.len() / 2);
    thread::scope(|scope| {
        // TODO: What has happened by the time the second thread is started?
        let left = scope.spawn("left", || sum(left)).join().expect("adding does not panic");
        let right = scope.spawn("right", || sum(right)).join().expect("adding does not panic");
        left + right
    })
}

fn main() {
    println!("total {}", total(&[4, 2, 5, 2, 10, 18], &|part| part.iter().sum()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::threads;

    #[test]
    fn each_price_is_added_where_it_lies() {
        threads::adds_two_parts(total);
    }

    #[test]
    fn both_parts_are_in_progress_at_once() {
        threads::adds_both_at_once(total);
    }
}
