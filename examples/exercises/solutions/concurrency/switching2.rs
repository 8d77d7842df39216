// Two onions, then a look
//
// An item of the iterator is a turn, so there must be one for every second onion: for 1, 3, 5, … and
// each turn chops the one it begins with and the one after it, if there is one. `map` is lazy, which is
// what a task needs: nothing is chopped before `next` asks for it.
//
// How many onions a turn should have is the compromise of the chapter. The door waits for at most one
// turn, and every look costs a walk.

use exercises::switching::{Chop, Task};

/// A task of so many onions, numbered from 1.
fn onions(number: u64, mut chop: Chop) -> Task {
    let begins = (1..=number).step_by(2);
    Box::new(begins.map(move |first| (first..=number).take(2).for_each(&mut chop)))
}

fn main() {
    let mut turns = onions(5, Box::new(|onion| println!("chop onion {onion}")));
    while turns.next().is_some() {
        println!("look at the door");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::switching;

    #[test]
    fn after_every_second_onion_there_is_a_look_at_the_door() {
        switching::two_onions_then_a_look(onions);
    }
}
