// A filter that hands on lists
//
// The filter keeps one list. When it is full it is handed on, and an empty one takes its place. When
// no more numbers come, what is left is handed on too; that is the step which is forgotten most often.
//
// With lists of a hundred, a hundred divisions at least come to one hand-over. The price is paid at the
// beginning: the next filter has nothing to do until the first list is full, the one behind it waits
// even longer, and the first primes come late. A grain of one is the other extreme, the chapter's chain.
//
// A filter could also pass on whatever is left of each list that it receives. The lists would then
// become shorter along the chain, and the grain finer again.

use interleave::{Receiver, Sender};

/// Hands on the numbers that `prime` does not divide, in lists of `grain`.
fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
    let mut list = Vec::new();
    for number in numbers.iter().filter(|number| number % prime != 0) {
        list.push(number);
        if list.len() == grain && rest.send(std::mem::take(&mut list)).is_err() {
            return;
        }
    }
    if !list.is_empty() {
        // If nobody wants it: this is the end in any case.
        let _ = rest.send(list);
    }
}

fn main() {
    let (send, numbers) = interleave::channel("numbers", 9);
    (2..=10).for_each(|number| send.send(number).expect("the filter comes later"));
    drop(send);
    let (rest, lists) = interleave::channel("lists", 9);
    filter(2, 3, numbers, rest);
    println!("{:?}", lists.iter().collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::not_paying;

    #[test]
    fn lists_are_full_and_nothing_is_lost() {
        not_paying::hands_on_lists(filter);
    }

    #[test]
    fn the_next_one_begins_before_the_last_number() {
        not_paying::hands_on_early(filter);
    }

    #[test]
    fn it_ends_when_nobody_wants_any_more() {
        not_paying::ends_when_nobody_wants_any_more(filter);
    }
}
