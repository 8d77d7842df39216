//! What looks right in *Scheduling parallel work*, and is not.

use std::collections::VecDeque;
use std::sync::mpsc;
use std::thread;

use interleave::Mutex;

use super::caught;

mod scheduling1 {
    use super::caught;
    use crate::scheduling::plans_without_idling;

    /// A plan in which the worker of each job is chosen by this.
    fn planned(
        minutes: &[u64],
        workers: usize,
        chosen: impl Fn(usize, &[Vec<usize>]) -> usize,
    ) -> Vec<Vec<usize>> {
        let mut plan = vec![Vec::new(); workers];
        for job in 0..minutes.len() {
            let worker = chosen(job, &plan);
            plan[worker].push(job);
        }
        plan
    }

    #[test]
    fn equal_parts() {
        fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
            planned(minutes, workers, |job, _| job * workers / minutes.len())
        }
        caught("Worker 2 has nothing to do from minute 1 on, and job 1 is begun only at", || {
            plans_without_idling(plan);
        });
    }

    #[test]
    fn one_after_the_other() {
        fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
            planned(minutes, workers, |job, _| job % workers)
        }
        caught(
            "Worker 2 has nothing to do from minute 1 on, and job 2 is begun only at minute 2",
            || plans_without_idling(plan),
        );
    }

    #[test]
    fn whoever_has_the_fewest_jobs() {
        fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
            planned(minutes, workers, |_, plan| {
                let fewest = (0..workers).min_by_key(|&worker| plan[worker].len());
                fewest.expect("there is a worker")
            })
        }
        caught("Jobs of [2, 1, 1] minutes, 2 workers. The plan: [[0, 2], [1]]", || {
            plans_without_idling(plan)
        });
    }

    #[test]
    fn whoever_has_the_shortest_last_job() {
        fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
            planned(minutes, workers, |_, plan| {
                let last = |worker: &usize| plan[*worker].last().map(|&job| minutes[job]);
                (0..workers).min_by_key(last).expect("there is a worker")
            })
        }
        caught("has nothing to do from minute", || plans_without_idling(plan));
    }

    #[test]
    fn a_part_of_the_list_that_is_rounded_down() {
        fn plan(minutes: &[u64], workers: usize) -> Vec<Vec<usize>> {
            let part = (minutes.len() / workers).max(1);
            let parts = (0..workers).map(|worker| worker * part..(worker + 1) * part);
            parts.map(|part| part.filter(|&job| job < minutes.len()).collect()).collect()
        }
        caught("each job must be in one of them, once", || plans_without_idling(plan));
    }
}

mod scheduling2 {
    use super::{Mutex, VecDeque, caught};
    use crate::scheduling::{nobody_goes_home_early, takes_from_the_right_end};

    type Jobs = Mutex<VecDeque<u32>>;

    #[test]
    fn steals_nothing() {
        fn next(own: &Jobs, _others: &Jobs) -> Option<u32> {
            own.lock().pop_back()
        }
        caught("own jobs [], the other's [4, 5, 6]: the next one is Some(4)", || {
            takes_from_the_right_end(next);
        });
        caught(
            "Anna has 2 jobs, and Ben has 0: nobody goes home while a job is left. Afterwards",
            || {
                nobody_goes_home_early(next);
            },
        );
    }

    #[test]
    fn holds_the_own_list_meanwhile() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            own.lock().pop_back().or_else(|| others.lock().pop_front())
        }
        takes_from_the_right_end(next);
        caught("Every thread that is left waits for another", || nobody_goes_home_early(next));
        caught("waits to lock Ben's list", || nobody_goes_home_early(next));
    }

    #[test]
    fn locks_both() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            let mut own = own.lock();
            let mut others = others.lock();
            own.pop_back().or_else(|| others.pop_front())
        }
        caught("Every thread that is left waits for another", || nobody_goes_home_early(next));
    }

    #[test]
    fn looks_first_and_takes_then() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            let there = !own.lock().is_empty();
            if there {
                return Some(own.lock().pop_back().expect("there is one"));
            }
            others.lock().pop_front()
        }
        takes_from_the_right_end(next);
        caught("Anna panicked: there is one", || nobody_goes_home_early(next));
    }

    #[test]
    fn goes_home_if_the_list_is_held() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            let newest = own.lock().pop_back();
            newest.or_else(|| others.try_lock()?.pop_front())
        }
        takes_from_the_right_end(next);
        caught("nobody goes home while a job is left", || nobody_goes_home_early(next));
    }

    #[test]
    fn steals_the_newest() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            let newest = own.lock().pop_back();
            newest.or_else(|| others.lock().pop_back())
        }
        nobody_goes_home_early(next);
        caught("the other's [4, 5, 6]: the next one is Some(4)", || takes_from_the_right_end(next));
    }

    #[test]
    fn begins_with_the_oldest() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            let oldest = own.lock().pop_front();
            oldest.or_else(|| others.lock().pop_front())
        }
        caught("own jobs [1, 2], the other's []: the next one is Some(2)", || {
            takes_from_the_right_end(next);
        });
    }

    #[test]
    fn leaves_what_is_taken_in_the_list() {
        fn next(own: &Jobs, others: &Jobs) -> Option<u32> {
            let newest = own.lock().pop_back();
            newest.or_else(|| others.lock().front().copied())
        }
        caught("it is not in a list any more", || takes_from_the_right_end(next));
    }
}

mod scheduling3 {
    use super::{caught, mpsc, thread};
    use crate::scheduling::makes_soup;

    #[test]
    fn waits_at_the_bowl() {
        fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
            let (send, bowl) = mpsc::channel();
            let boil_and_wait = move || {
                let stock = boil();
                let onions: String = bowl.recv().expect("somebody chops");
                format!("{stock} with {onions}")
            };
            let (soup, ()) =
                rayon::join(boil_and_wait, move || send.send(chop()).expect("somebody waits"));
            soup
        }
        caught("whoever has boiled the stock helps with the onions", || makes_soup(soup));
    }

    #[test]
    fn waits_at_the_bowl_that_is_being_filled() {
        fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
            let (send, bowl) = mpsc::channel();
            let ((), soup) = rayon::join(
                move || send.send(chop()).expect("somebody waits"),
                move || format!("{} with {}", boil(), bowl.recv().expect("somebody chops")),
            );
            soup
        }
        caught("whoever has boiled the stock helps with the onions", || makes_soup(soup));
    }

    #[test]
    fn one_after_the_other() {
        fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
            format!("{} with {}", boil(), chop())
        }
        caught("the onions are chopped while the stock boils", || makes_soup(soup));
    }

    #[test]
    fn joins_with_nothing() {
        fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
            let (stock, ()) = rayon::join(boil, || ());
            let ((), onions) = rayon::join(|| (), chop);
            format!("{stock} with {onions}")
        }
        caught("the onions are chopped while the stock boils", || makes_soup(soup));
    }

    #[test]
    fn starts_a_thread() {
        fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
            thread::scope(|scope| {
                let stock = scope.spawn(boil);
                let onions = chop();
                format!("{} with {onions}", stock.join().expect("boiling does not panic"))
            })
        }
        caught("the only worker of the pool does both", || makes_soup(soup));
    }

    #[test]
    fn mixes_them_up() {
        fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
            let (onions, stock) = rayon::join(boil, chop);
            format!("{stock} with {onions}")
        }
        caught("Yours is `onions with stock`", || makes_soup(soup));
    }
}
