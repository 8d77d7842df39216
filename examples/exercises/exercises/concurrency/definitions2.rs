// Four numbers, and a run to them
//
// It belongs to the section "The sleeper fallacy" of the chapter "Definitions you can measure".
//
// The chapter measures runs. Now the other way round: write runs that have these numbers.
//
//                        most in progress   most executing     C     P
//     turns on one core                 2                1   2.0   1.0
//     two sleepers                      2                0   2.0   0.0
//     two cores, for a while            2                2   1.5   1.0
//
// `work("core 1", "a", 0..4)`: core 1 executes task a from 0 to 4. `started("a", 0)` and
// `finished("a", 4)`: a is in progress earlier, or longer, than it is executing. A run begins at 0.

use timeline::Model;

/// Three runs, in the order of the table.
fn runs() -> [Model; 3] {
    let mut turns = Model::new("turns on one core", "ms");
    turns.work("core 1", "a", 0..4).work("core 1", "b", 4..8);

    let mut sleepers = Model::new("two sleepers", "ms");
    sleepers.started("a", 0).finished("a", 4);

    let mut cores = Model::new("two cores, for a while", "ms");
    cores.work("core 1", "a", 0..4).work("core 2", "b", 0..4);

    // TODO: The first is not concurrent, the second has one task, the third is parallel throughout.
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
