//! What looks right in *Who switches?*, and is not.

use std::collections::VecDeque;
use std::iter::once_with;

use timeline::Model;

use super::caught;
use crate::switching::{Chop, Event, Task};

mod switching1 {
    use super::{Task, VecDeque, caught};
    use crate::switching::tasks_take_turns;

    #[test]
    fn one_task_goes_on_to_its_end() {
        fn run(tasks: Vec<Task>) {
            let mut ready = VecDeque::from(tasks);
            while let Some(mut task) = ready.pop_front() {
                if task.next().is_some() {
                    ready.push_front(task);
                }
            }
        }
        caught("everybody gets a turn before anybody gets another", || tasks_take_turns(run));
    }

    #[test]
    fn gives_everybody_one_turn() {
        fn run(tasks: Vec<Task>) {
            for mut task in tasks {
                task.next();
            }
        }
        caught("Tasks of [2] turns: Anna 1 · Anna 2", || tasks_take_turns(run));
    }

    #[test]
    fn puts_back_who_has_finished() {
        fn run(tasks: Vec<Task>) {
            let mut ready = VecDeque::from(tasks);
            while let Some(mut task) = ready.pop_front() {
                task.next();
                ready.push_back(task);
            }
        }
        caught("Anna has finished, and is asked again and again", || tasks_take_turns(run));
    }

    #[test]
    fn ends_with_the_first_that_has_finished() {
        fn run(mut tasks: Vec<Task>) {
            while tasks.iter_mut().all(|task| task.next().is_some()) {}
        }
        caught("Tasks of [0, 1] turns: Ben 1", || tasks_take_turns(run));
    }

    #[test]
    fn passes_over_whoever_stands_behind_one_that_has_finished() {
        fn run(mut tasks: Vec<Task>) {
            while !tasks.is_empty() {
                let mut at = 0;
                while at < tasks.len() {
                    if tasks[at].next().is_none() {
                        drop(tasks.remove(at));
                    }
                    at += 1;
                }
            }
        }
        caught("before anybody gets another", || tasks_take_turns(run));
    }
}

mod switching2 {
    use super::{Chop, Task, caught, once_with};
    use crate::switching::two_onions_then_a_look;

    #[test]
    fn all_in_one_go() {
        fn onions(number: u64, chop: Chop) -> Task {
            Box::new(once_with(move || (1..=number).for_each(chop)))
        }
        caught("there is a look at the door after every second onion", || {
            two_onions_then_a_look(onions);
        });
    }

    #[test]
    fn a_look_after_each() {
        fn onions(number: u64, chop: Chop) -> Task {
            Box::new((1..=number).map(chop))
        }
        caught(
            "2 onions: chop 1 · chop 2 · look\n   Yours: chop 1 · look · chop 2 · look",
            || {
                two_onions_then_a_look(onions);
            },
        );
    }

    #[test]
    fn the_last_of_an_odd_number_stays() {
        fn onions(number: u64, mut chop: Chop) -> Task {
            Box::new(
                (1..=number / 2).map(move |turn| (2 * turn - 1..=2 * turn).for_each(&mut chop)),
            )
        }
        caught("1 onions: chop 1 · look\n   Yours: \n", || two_onions_then_a_look(onions));
    }

    #[test]
    fn one_onion_too_many() {
        fn onions(number: u64, mut chop: Chop) -> Task {
            let begins = (1..=number).step_by(2);
            Box::new(begins.map(move |first| (first..=first + 1).for_each(&mut chop)))
        }
        caught("Yours: chop 1 · chop 2 · look\n", || two_onions_then_a_look(onions));
    }

    #[test]
    fn chops_when_the_task_is_made() {
        fn onions(number: u64, chop: Chop) -> Task {
            (1..=number).for_each(chop);
            Box::new((1..=number.div_ceil(2)).map(|_| ()))
        }
        caught("Before the first turn of 1 onions, there is: chop 1.", || {
            two_onions_then_a_look(onions);
        });
    }
}

mod switching3 {
    use super::{Event, Model, caught};
    use crate::switching::the_most_urgent_goes_first;

    /// Who is due, of those that have come and have something left: chosen anew at each microsecond.
    fn by_microsecond(
        events: &[Event],
        computation: u64,
        mut choose: impl FnMut(&[usize], &mut Vec<u64>) -> usize,
    ) -> Model {
        let mut cpu = Model::new("interrupts", "µs");
        for &(driver, at, _) in events {
            cpu.started(driver, at);
        }
        let all = [events, &[("computation", 0, computation)]].concat();
        let mut left: Vec<u64> = all.iter().map(|&(_, _, time)| time).collect();
        for now in 0.. {
            let here = (0..all.len()).filter(|&task| all[task].1 <= now && left[task] > 0);
            let here: Vec<_> = here.collect();
            if !here.is_empty() {
                let task = choose(&here, &mut left);
                cpu.work("CPU", all[task].0, now..now + 1);
                left[task] -= 1;
            } else if left.iter().all(|left| *left == 0) {
                break;
            }
        }
        cpu
    }

    #[test]
    fn first_come_first_served() {
        fn serve(events: &[Event], computation: u64) -> Model {
            let mut cpu = Model::new("interrupts", "µs");
            for &(driver, at, _) in events {
                cpu.started(driver, at);
            }
            let mut by_time = events.to_vec();
            by_time.sort_by_key(|&(_, at, _)| at);
            by_time.push(("computation", 0, computation));
            let mut now = 0;
            for (task, at, time) in by_time {
                now = now.max(at);
                cpu.work("CPU", task, now..now + time);
                now += time;
            }
            cpu
        }
        caught("the most urgent in progress is `computation`, and is executing", || {
            the_most_urgent_goes_first(serve);
        });
    }

    #[test]
    fn a_driver_is_not_interrupted() {
        fn serve(events: &[Event], computation: u64) -> Model {
            let mut current = None;
            by_microsecond(events, computation, |here, _| {
                let goes_on = current.filter(|task| here.contains(task) && *task < events.len());
                let task = goes_on.unwrap_or(here[0]);
                current = Some(task);
                task
            })
        }
        caught("the most urgent in progress is `mouse`, and is executing", || {
            the_most_urgent_goes_first(serve);
        });
    }

    #[test]
    fn a_driver_that_was_interrupted_begins_again() {
        fn serve(events: &[Event], computation: u64) -> Model {
            let mut current = 0;
            by_microsecond(events, computation, |here, left| {
                if here.contains(&current) && current != here[0] && current < events.len() {
                    left[current] = events[current].2;
                }
                current = here[0];
                current
            })
        }
        caught("`key` has 3 µs of work done, and no more", || the_most_urgent_goes_first(serve));
    }

    #[test]
    fn nobody_looks_for_the_end() {
        fn serve(events: &[Event], computation: u64) -> Model {
            let mut left = computation;
            while left > 0 || !events.is_empty() {
                left = left.saturating_sub(1);
                std::thread::sleep(std::time::Duration::from_millis(9));
            }
            Model::new("never", "µs")
        }
        caught("the drivers: it does not end", || the_most_urgent_goes_first(serve));
    }

    #[test]
    fn the_latest_goes_first() {
        fn serve(events: &[Event], computation: u64) -> Model {
            by_microsecond(events, computation, |here, _| {
                let drivers = here.iter().filter(|task| **task < events.len());
                *drivers.max_by_key(|task| events[**task].1).unwrap_or(&here[0])
            })
        }
        caught("the most urgent in progress is `mouse`, and is executing", || {
            the_most_urgent_goes_first(serve);
        });
    }

    #[test]
    fn the_computation_is_forgotten() {
        fn serve(events: &[Event], _computation: u64) -> Model {
            by_microsecond(events, 0, |here, _| here[0])
        }
        caught("`computation` has 4 µs of work done", || the_most_urgent_goes_first(serve));
    }
}
