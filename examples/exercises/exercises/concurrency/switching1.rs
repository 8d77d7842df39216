// A turn for everybody
//
// It belongs to the section "Giving way" of the chapter "Who switches?".
//
// A scheduler like that of `coop-loop`, without the drawing: `next` gives a task a turn, and `None`
// says that it has finished. The tasks take turns in the order of the list, and then from the first
// again, until all have finished. This one gives the first task all its turns before anybody else.

use exercises::switching::Task;
use std::collections::VecDeque;

/// Gives each task a turn, again and again, until all have finished.
fn run(tasks: Vec<Task>) {
    let mut ready = VecDeque::from(tasks);
    while let Some(mut task) = ready.pop_front() {
        if task.next().is_some() {
            // TODO: Whose turn is next?
            ready.push_front(task);
        }
    }
}

fn main() {
    let door: Task = Box::new((1..=3).map(|_| println!("look at the door")));
    let onions: Task = Box::new((1..=3).map(|onion| println!("chop onion {onion}")));
    run(vec![door, onions]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::switching;

    #[test]
    fn everybody_gets_a_turn_before_anybody_gets_two() {
        switching::tasks_take_turns(run);
    }
}
