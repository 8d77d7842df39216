// From a log to four numbers
//
// It belongs to the section "The illusion, recorded" of the chapter "Definitions you can measure".
//
// A recorder wrote a line whenever something happened to a task: it starts, a core takes it up, the
// core lays it down, it finishes. A core may take a task up several times, or never. The lines are in
// the order of time; some have the same time. The run is from 0 to the last line.
//
// Compute the most in progress, the most executing, C and P. What held for no time at all does not
// count: a task that finishes at 4 and one that starts at 4 were never in progress together.

use exercises::definitions::{Event, Line, Numbers};

/// The numbers of a run. Of each line: the time, the task, and what happened to it.
fn numbers(log: &[Line]) -> Numbers {
    let mut numbers = Numbers { most_in_progress: 0, most_executing: 0, c: 0.0, p: 0.0 };
    let (mut in_progress, mut executing) = (0, 0);
    for (_time, _task, event) in log {
        match event {
            Event::Starts => in_progress += 1,
            Event::TakenUp => executing += 1,
            Event::LaidDown => executing -= 1,
            Event::Finishes => in_progress -= 1,
        }
        numbers.most_in_progress = numbers.most_in_progress.max(in_progress);
        numbers.most_executing = numbers.most_executing.max(executing);
    }
    // TODO: Nobody looked at the time. And what are C and P?
    numbers
}

fn main() {
    let log = [(0, "a", Event::Starts), (2, "a", Event::TakenUp), (3, "a", Event::LaidDown)];
    println!("{:?}", numbers(&log));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::definitions;

    #[test]
    fn the_numbers_are_those_of_the_run() {
        definitions::logs_have_these_numbers(numbers);
    }
}
