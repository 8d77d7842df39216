//! What looks right in *Definitions you can measure*, and is not.

use std::thread;

use timeline::Model;

use super::caught;
use crate::definitions::{Event, Line, Numbers};

mod definitions1 {
    use super::{caught, thread};
    use crate::definitions::all_are_in_progress;

    #[test]
    fn waits_for_each_before_the_next() {
        fn side_by_side(tasks: &[&str], work: &(dyn Fn(&str) + Sync)) {
            thread::scope(|scope| {
                for task in tasks {
                    let thread = scope.spawn(move || work(task));
                    thread.join().expect("no task panics");
                }
            });
        }
        caught("2 tasks are in progress at once", || all_are_in_progress(side_by_side));
    }

    #[test]
    fn starts_lazily() {
        fn side_by_side(tasks: &[&str], work: &(dyn Fn(&str) + Sync)) {
            thread::scope(|scope| {
                let threads = tasks.iter().map(|task| scope.spawn(move || work(task)));
                threads.for_each(|thread| thread.join().expect("no task panics"));
            });
        }
        caught("tasks in progress at once: 1, not 2", || all_are_in_progress(side_by_side));
    }

    #[test]
    fn goes_two_by_two() {
        fn side_by_side(tasks: &[&str], work: &(dyn Fn(&str) + Sync)) {
            for pair in tasks.chunks(2) {
                thread::scope(|scope| {
                    for task in pair {
                        scope.spawn(move || work(task));
                    }
                });
            }
        }
        caught("tasks in progress at once: 2, not 3", || all_are_in_progress(side_by_side));
    }

    #[test]
    fn leaves_one_out() {
        fn side_by_side(tasks: &[&str], work: &(dyn Fn(&str) + Sync)) {
            thread::scope(|scope| {
                for task in tasks.iter().skip(1) {
                    scope.spawn(move || work(task));
                }
            });
        }
        caught("each task of [\"a\"] is done once", || all_are_in_progress(side_by_side));
    }
}

mod definitions2 {
    use super::{Model, caught};
    use crate::definitions::runs_have_the_numbers;

    fn turns() -> Model {
        let mut turns = Model::new("turns on one core", "ms");
        turns.started("b", 0).finished("a", 2);
        turns.work("core 1", "a", 0..1).work("core 1", "b", 1..2);
        turns
    }

    fn sleepers() -> Model {
        let mut sleepers = Model::new("two sleepers", "ms");
        sleepers.started("a", 0).finished("a", 4).started("b", 0).finished("b", 4);
        sleepers
    }

    #[test]
    fn as_given() {
        fn runs() -> [Model; 3] {
            let mut turns = Model::new("turns on one core", "ms");
            turns.work("core 1", "a", 0..4).work("core 1", "b", 4..8);
            [turns, sleepers(), sleepers()]
        }
        caught("`turns on one core` has 2 tasks in progress at most", || {
            runs_have_the_numbers(runs);
        });
    }

    #[test]
    fn one_finishes_before_the_other() {
        fn runs() -> [Model; 3] {
            let mut turns = Model::new("turns on one core", "ms");
            turns.started("b", 0);
            turns.work("core 1", "a", 0..2).work("core 1", "b", 2..4);
            [turns, sleepers(), sleepers()]
        }
        caught("what is in progress in `turns on one core`, C, is 2.0", || {
            runs_have_the_numbers(runs);
        });
    }

    #[test]
    fn sleeps_on_a_core() {
        fn runs() -> [Model; 3] {
            let mut sleepers = Model::new("two sleepers", "ms");
            sleepers.work("core 1", "a", 0..4).work("core 2", "b", 0..4);
            [turns(), sleepers.clone(), sleepers]
        }
        caught("`two sleepers` has 0 tasks executing at most", || runs_have_the_numbers(runs));
    }

    #[test]
    fn is_parallel_throughout() {
        fn runs() -> [Model; 3] {
            let mut cores = Model::new("two cores, for a while", "ms");
            cores.work("core 1", "a", 0..4).work("core 2", "b", 0..4);
            [turns(), sleepers(), cores]
        }
        caught("what is in progress in `two cores, for a while`, C, is 1.5", || {
            runs_have_the_numbers(runs);
        });
    }

    #[test]
    fn one_goes_on_executing() {
        fn runs() -> [Model; 3] {
            let mut cores = Model::new("two cores, for a while", "ms");
            cores.work("core 1", "a", 0..4).work("core 2", "b", 0..2);
            [turns(), sleepers(), cores]
        }
        caught("what executes in `two cores, for a while`, P, is 1.0", || {
            runs_have_the_numbers(runs);
        });
    }
}

mod definitions3 {
    use super::{Event, Line, Numbers, caught};
    use crate::definitions::logs_have_these_numbers;

    const NOTHING: Numbers = Numbers { most_in_progress: 0, most_executing: 0, c: 0.0, p: 0.0 };

    /// The solution, but for what it settles at each line: with what was in progress and executing
    /// before, the last time, and this one.
    fn with(
        log: &[Line],
        first: u64,
        settle: impl Fn(&mut Numbers, usize, usize, u64, u64),
    ) -> Numbers {
        let (mut numbers, mut in_progress, mut executing, mut last) = (NOTHING, 0, 0, first);
        for &(time, _, event) in log {
            settle(&mut numbers, in_progress, executing, last, time);
            last = time;
            match event {
                Event::Starts => in_progress += 1,
                Event::TakenUp => executing += 1,
                Event::LaidDown => executing -= 1,
                Event::Finishes => in_progress -= 1,
            }
        }
        numbers.c /= (last - first) as f64;
        numbers.p /= (last - first) as f64;
        numbers
    }

    fn most(numbers: &mut Numbers, in_progress: usize, executing: usize) {
        numbers.most_in_progress = numbers.most_in_progress.max(in_progress);
        numbers.most_executing = numbers.most_executing.max(executing);
    }

    fn areas(numbers: &mut Numbers, in_progress: usize, executing: usize, time: u64) {
        numbers.c += in_progress as f64 * time as f64;
        numbers.p += executing as f64 * time as f64;
    }

    #[test]
    fn does_not_look_at_the_time() {
        fn numbers(log: &[Line]) -> Numbers {
            let (mut numbers, mut in_progress, mut executing) = (NOTHING, 0, 0);
            for (_, _, event) in log {
                match event {
                    Event::Starts => in_progress += 1,
                    Event::TakenUp => executing += 1,
                    Event::LaidDown => executing -= 1,
                    Event::Finishes => in_progress -= 1,
                }
                most(&mut numbers, in_progress, executing);
            }
            numbers
        }
        caught("Yours say:   Numbers { most_in_progress: 1, most_executing: 0, c: 0.0", || {
            logs_have_these_numbers(numbers);
        });
    }

    #[test]
    fn counts_what_held_for_no_time() {
        fn numbers(log: &[Line]) -> Numbers {
            with(log, 0, |numbers, in_progress, executing, last, time| {
                most(numbers, in_progress, executing);
                areas(numbers, in_progress, executing, time - last);
            })
        }
        caught(
            "1  a Starts\n1  b Finishes\n2  a Finishes\n\nIts numbers: Numbers { most_in_progress: 1",
            || logs_have_these_numbers(numbers),
        );
    }

    #[test]
    fn means_over_lines() {
        fn numbers(log: &[Line]) -> Numbers {
            let mut lines = 0;
            let mut numbers = with(log, 0, |numbers, in_progress, executing, last, time| {
                if time > last {
                    most(numbers, in_progress, executing);
                }
                areas(numbers, in_progress, executing, 1);
            });
            lines += log.len();
            let time = log.last().map_or(0, |line| line.0) as f64;
            numbers.c *= time / lines as f64;
            numbers.p *= time / lines as f64;
            numbers
        }
        caught("Yours say:   Numbers { most_in_progress: 1, most_executing: 0, c: 0.5", || {
            logs_have_these_numbers(numbers);
        });
    }

    #[test]
    fn begins_with_the_first_line() {
        fn numbers(log: &[Line]) -> Numbers {
            with(log, log[0].0, |numbers, in_progress, executing, last, time| {
                if time > last {
                    most(numbers, in_progress, executing);
                    areas(numbers, in_progress, executing, time - last);
                }
            })
        }
        caught("1  a Starts\n2  a Finishes\n\nIts numbers: ", || logs_have_these_numbers(numbers));
    }

    #[test]
    fn takes_what_is_in_progress_for_executing() {
        fn numbers(log: &[Line]) -> Numbers {
            with(log, 0, |numbers, in_progress, _, last, time| {
                if time > last {
                    most(numbers, in_progress, in_progress);
                    areas(numbers, in_progress, in_progress, time - last);
                }
            })
        }
        caught("most_executing: 0, c: 1.0, p: 0.0 }\nYours say:", || {
            logs_have_these_numbers(numbers);
        });
    }
}
