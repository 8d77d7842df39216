// Two readers of one price list
//
// The thread is started, and what it is to bring is asked for when there is nothing else to do. In
// between, whoever started it adds up the other half: so two threads are at work, and only one of them
// had to be made. Both read the list where it lies. They may, since it outlives the scope.
//
// The price: the handle has to be kept. To join in the same breath is a call of a function, made dear:
// nobody else does anything until it is answered.
//
// Another way is to start a thread for each half, and only then to join the two.

use interleave::thread;

/// The sum of all prices: `sum` adds up one half of them and, at once, the other half.
fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
    let (left, right) = prices.split_at(prices.len() / 2);
    thread::scope(|scope| {
        let left = scope.spawn("left", || sum(left));
        let right = sum(right);
        left.join().expect("adding does not panic") + right
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
