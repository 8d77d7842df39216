// From a log to four numbers
//
// Between two lines nothing changes. So each line first settles the time since the line before: with
// what was in progress and executing then, for as long as that lasted. Where no time has passed there
// is nothing to settle, and what held between lines of the same time is never seen.
//
// The sums of count times duration are the areas under I(t) and R(t). Their means are C and P. That P
// is the mean of R holds here, since the log has all that was executed. A real recorder reads a clock of
// processor time instead, which also sees what happens between the tasks.

use exercises::definitions::{Event, Line, Numbers};

/// The numbers of a run. Of each line: the time, the task, and what happened to it.
fn numbers(log: &[Line]) -> Numbers {
    let mut numbers = Numbers { most_in_progress: 0, most_executing: 0, c: 0.0, p: 0.0 };
    let (mut in_progress, mut executing) = (0, 0);
    let mut last = 0;
    for &(time, _task, event) in log {
        if time > last {
            numbers.most_in_progress = numbers.most_in_progress.max(in_progress);
            numbers.most_executing = numbers.most_executing.max(executing);
            numbers.c += in_progress as f64 * (time - last) as f64;
            numbers.p += executing as f64 * (time - last) as f64;
            last = time;
        }
        match event {
            Event::Starts => in_progress += 1,
            Event::TakenUp => executing += 1,
            Event::LaidDown => executing -= 1,
            Event::Finishes => in_progress -= 1,
        }
    }
    numbers.c /= last as f64;
    numbers.p /= last as f64;
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
