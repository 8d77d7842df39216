// A filter that hands on lists
//
// It belongs to the section "Many tasks, little work" of the chapter "When it does not pay".
//
// In the chapter's chain a thread hands on each number by itself, and handing over costs more than the
// division. So let a filter hand on lists of `grain` numbers; only the last list may be shorter.
//
// A list is handed on as soon as it is full: the next in the chain shall have something to do while
// this one goes on. When nobody wants the lists any more, `send` fails, and the filter ends.

use interleave::{Receiver, Sender};

/// Hands on the numbers that `prime` does not divide, in lists of `grain`.
fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
    // TODO: Nothing is handed on before the last number has come.
    let passed = numbers.iter().filter(|number| number % prime != 0);
    let passed: Vec<u32> = passed.collect();
    for list in passed.chunks(grain) {
        if rest.send(list.to_vec()).is_err() {
            return;
        }
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
