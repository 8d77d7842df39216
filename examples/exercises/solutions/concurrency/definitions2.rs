// Four numbers, and a run to them
//
// C and P are areas over the length of the run: so much in progress, so much executing, added up over
// time. In the first run both tasks are in progress from the first to the last millisecond, and the
// core never rests. In the second nobody works. In the third two tasks execute for half of the time,
// which makes a P of one, and one of them stays in progress for the other half.
//
// The first and the third have the same P. Who sees only the processor time cannot tell two cores for
// a while from one core all the time.

use timeline::Model;

/// Three runs, in the order of the table.
fn runs() -> [Model; 3] {
    let mut turns = Model::new("turns on one core", "ms");
    turns.started("b", 0).finished("a", 4);
    for (task, at) in [("a", 0), ("b", 1), ("a", 2), ("b", 3)] {
        turns.work("core 1", task, at..at + 1);
    }

    let mut sleepers = Model::new("two sleepers", "ms");
    for task in ["a", "b"] {
        sleepers.started(task, 0).finished(task, 4);
    }

    let mut cores = Model::new("two cores, for a while", "ms");
    cores.work("core 1", "a", 0..2).work("core 2", "b", 0..2).finished("a", 4);

    [turns, sleepers, cores]
}

fn main() {
    for run in runs().map(Model::finish) {
        println!("{}: C {:.1}, P {:.1}", run.title, run.mean_in_progress(), run.mean_executing());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::definitions;

    #[test]
    fn the_runs_have_these_numbers() {
        definitions::runs_have_the_numbers(runs);
    }
}
