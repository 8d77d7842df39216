//! A scheduler in a few lines, for tasks that say themselves when their turn is over.
//!
//! Run it: `cargo run -p coop-loop`

use std::collections::VecDeque;
use std::iter::once_with;
use timeline::Model;

/// `next` gives a task a turn. It works, says how many minutes that took, and so yields; `None`
/// says that it has finished.
type Task = Box<dyn Iterator<Item = u64>>;

// ANCHOR: tasks
fn door() -> Task {
    Box::new((1..=4).map(|_| {
        println!("  look at the door");
        1
    }))
}

fn onions() -> Task {
    Box::new((1..=4).map(|onion| {
        println!("  chop onion {onion}");
        2
    }))
}

fn onions_in_one_go() -> Task {
    Box::new(once_with(|| {
        (1..=4).for_each(|onion| println!("  chop onion {onion}"));
        8
    }))
}
// ANCHOR_END: tasks

// ANCHOR: scheduler
/// Gives each task a turn, again and again, until all have finished.
fn run(title: &str, onions: Task) -> Model {
    let mut kitchen = Model::new(title, "min");
    let mut ready = VecDeque::from([("door", door()), ("onions", onions)]);
    let mut now = 0;
    while let Some((name, mut task)) = ready.pop_front() {
        if let Some(minutes) = task.next() {
            kitchen.work("cook", name, now..now + minutes);
            now += minutes;
            ready.push_back((name, task));
        }
    }
    kitchen
}
// ANCHOR_END: scheduler

fn main() {
    for (title, onions) in [("yields", onions()), ("does not yield", onions_in_one_go())] {
        println!("the task of the onions {title}:");
        let run = run(title, onions).finish();
        let looks: Vec<_> = run.spans.iter().filter(|span| span.task == 0).collect();
        let unwatched = looks.windows(2).map(|pair| pair[1].start - pair[0].end).max();
        println!("  at most {} min between two looks at the door", unwatched.unwrap_or(0));
    }
}
