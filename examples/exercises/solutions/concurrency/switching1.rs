// A turn for everybody
//
// Whoever has had a turn stands at the end of the queue, behind all who still wait. Nobody else is
// needed to be fair: the order of the queue is the order of the turns, and a task that has finished is
// simply not put back.
//
// It is fair in turns, not in time. A task with long turns gets more of the cook than one with short
// turns, and the scheduler can do nothing about it.

use exercises::switching::Task;
use std::collections::VecDeque;

/// Gives each task a turn, again and again, until all have finished.
fn run(tasks: Vec<Task>) {
    let mut ready = VecDeque::from(tasks);
    while let Some(mut task) = ready.pop_front() {
        if task.next().is_some() {
            ready.push_back(task);
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
