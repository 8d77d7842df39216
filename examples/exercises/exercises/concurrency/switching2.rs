// Two onions, then a look
//
// It belongs to the section "Giving way" of the chapter "Who switches?".
//
// A cook chops onions and has to look at the door. To go there for every single onion is too much
// trouble, and once at the end is too late. Write the onions as a task that yields after every second
// onion. If their number is odd, the last turn is for one onion.
//
// `chop(3)` chops the third onion, and it takes two minutes. An onion that is chopped before the first
// turn is chopped while nobody looks at the clock.

use exercises::switching::{Chop, Task};
use std::iter::once_with;

/// A task of so many onions, numbered from 1.
fn onions(number: u64, chop: Chop) -> Task {
    // TODO: This is a single turn.
    Box::new(once_with(move || (1..=number).for_each(chop)))
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
