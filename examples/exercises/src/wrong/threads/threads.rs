//! What looks right in *Threads*, and is not.

use std::io;
use std::num::NonZero;
use std::thread;

use super::caught;

mod threads1 {
    use super::caught;
    use crate::threads::{adds_both_at_once, adds_two_parts};
    use interleave::thread;

    #[test]
    fn joins_each_at_once() {
        fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
            let (left, right) = prices.split_at(prices.len() / 2);
            thread::scope(|scope| {
                let left = scope.spawn("left", || sum(left)).join().expect("adding does not panic");
                let right =
                    scope.spawn("right", || sum(right)).join().expect("adding does not panic");
                left + right
            })
        }
        adds_two_parts(total);
        caught("No schedule has this: one half is begun while the other is still", || {
            adds_both_at_once(total);
        });
    }

    #[test]
    fn starts_when_the_other_half_is_done() {
        fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
            let (left, right) = prices.split_at(prices.len() / 2);
            thread::scope(|scope| {
                let right = sum(right);
                let left = scope.spawn("left", || sum(left));
                left.join().expect("adding does not panic") + right
            })
        }
        adds_two_parts(total);
        caught("No schedule has this: one half is begun while the other is still", || {
            adds_both_at_once(total);
        });
    }

    #[test]
    fn leaves_out_the_one_in_the_middle() {
        fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
            let half = prices.len() / 2;
            let (left, right) = (&prices[..half], &prices[prices.len() - half..]);
            thread::scope(|scope| {
                let left = scope.spawn("left", || sum(left));
                let right = sum(right);
                left.join().expect("adding does not panic") + right
            })
        }
        adds_both_at_once(total);
        caught("of the prices [1], each half is added up", || adds_two_parts(total));
    }

    #[test]
    fn one_thread_has_everything() {
        fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
            thread::scope(|scope| {
                let all = scope.spawn("all", || sum(prices));
                sum(&[]) + all.join().expect("adding does not panic")
            })
        }
        caught("of the prices [1, 2], each half is added up", || adds_two_parts(total));
    }

    #[test]
    fn gives_a_copy_to_each() {
        fn total(prices: &[u32], sum: &(dyn Fn(&[u32]) -> u32 + Sync)) -> u32 {
            let (left, right) = prices.split_at(prices.len() / 2);
            let (left, right) = (left.to_vec(), right.to_vec());
            thread::scope(|scope| {
                let left = scope.spawn("left", move || sum(&left));
                let right = scope.spawn("right", move || sum(&right));
                let [left, right] = [left, right].map(thread::ScopedJoinHandle::join);
                left.expect("adding does not panic") + right.expect("adding does not panic")
            })
        }
        adds_both_at_once(total);
        caught("no price is copied", || adds_two_parts(total));
    }
}

mod threads2 {
    use super::{caught, thread};
    use crate::threads::{cooks_are_at_work_at_once, failures_are_told};

    #[test]
    fn panics_with_the_cook() {
        fn chop_all(
            onions: &[u32],
            chop: &(dyn Fn(u32) -> u32 + Sync),
        ) -> Vec<Result<u32, String>> {
            thread::scope(|scope| {
                let start = |&onions: &u32| scope.spawn(move || chop(onions));
                let cooks: Vec<_> = onions.iter().map(start).collect();
                cooks.into_iter().map(|cook| Ok(cook.join().expect("nobody fails"))).collect()
            })
        }
        cooks_are_at_work_at_once(chop_all);
        caught("The cooks get [3, 30] onions. What becomes of them:", || {
            failures_are_told(chop_all)
        });
        caught("Yours panics itself", || failures_are_told(chop_all));
    }

    #[test]
    fn knows_only_one_kind_of_words() {
        fn chop_all(
            onions: &[u32],
            chop: &(dyn Fn(u32) -> u32 + Sync),
        ) -> Vec<Result<u32, String>> {
            thread::scope(|scope| {
                let start = |&onions: &u32| scope.spawn(move || chop(onions));
                let cooks: Vec<_> = onions.iter().map(start).collect();
                let words = |cook: thread::ScopedJoinHandle<'_, u32>| {
                    cook.join().map_err(|payload| {
                        let words = payload.downcast_ref::<String>();
                        words.map_or("no words", |words| words).to_owned()
                    })
                };
                cooks.into_iter().map(words).collect()
            })
        }
        caught("[Err(\"no onions\")].\nYours says:\n[Err(\"no words\")].", || {
            failures_are_told(chop_all);
        });
    }

    #[test]
    fn expects_words_of_everybody() {
        fn chop_all(
            onions: &[u32],
            chop: &(dyn Fn(u32) -> u32 + Sync),
        ) -> Vec<Result<u32, String>> {
            thread::scope(|scope| {
                let start = |&onions: &u32| scope.spawn(move || chop(onions));
                let cooks: Vec<_> = onions.iter().map(start).collect();
                let words = |cook: thread::ScopedJoinHandle<'_, u32>| {
                    cook.join().map_err(|payload| match payload.downcast::<String>() {
                        Ok(words) => *words,
                        Err(other) => {
                            (*other.downcast::<&str>().expect("a panic has words")).to_owned()
                        }
                    })
                };
                cooks.into_iter().map(words).collect()
            })
        }
        caught("The cooks get [13] onions.", || failures_are_told(chop_all));
    }

    #[test]
    fn leaves_out_whoever_failed() {
        fn chop_all(
            onions: &[u32],
            chop: &(dyn Fn(u32) -> u32 + Sync),
        ) -> Vec<Result<u32, String>> {
            thread::scope(|scope| {
                let start = |&onions: &u32| scope.spawn(move || chop(onions));
                let cooks: Vec<_> = onions.iter().map(start).collect();
                cooks.into_iter().flat_map(thread::ScopedJoinHandle::join).map(Ok).collect()
            })
        }
        caught("Yours says:\n[Ok(24)].", || failures_are_told(chop_all));
    }

    #[test]
    fn one_cook_after_the_other() {
        fn chop_all(
            onions: &[u32],
            chop: &(dyn Fn(u32) -> u32 + Sync),
        ) -> Vec<Result<u32, String>> {
            thread::scope(|scope| {
                let start = |&onions: &u32| scope.spawn(move || chop(onions));
                let failed = |_| "somebody failed".to_owned();
                onions.iter().map(start).map(|cook| cook.join().map_err(failed)).collect()
            })
        }
        caught("three cooks chop at once", || cooks_are_at_work_at_once(chop_all));
    }
}

mod threads3 {
    use super::{NonZero, caught, io, thread};
    use crate::threads::{each_job_is_done_once, every_core_has_a_job, no_more_threads_than_cores};

    #[test]
    fn a_thread_for_each_job() {
        fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
            let threads = cores.map_or(jobs, |cores| cores.get().max(jobs));
            thread::scope(|scope| {
                for number in 0..threads {
                    scope.spawn(move || {
                        if number < jobs {
                            work(number);
                        }
                    });
                }
            });
        }
        each_job_is_done_once(do_all);
        caught("Jobs: 2. Cores: 1. From the beginning to the end", || {
            no_more_threads_than_cores(do_all);
        });
    }

    #[test]
    fn the_jobs_that_are_left_are_nobodys() {
        fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
            let threads = cores.map_or(1, NonZero::get).min(jobs);
            thread::scope(|scope| {
                for number in 0..threads {
                    scope.spawn(move || work(number));
                }
            });
        }
        no_more_threads_than_cores(do_all);
        caught("Jobs: 2. Cores: 1. Each of [0, 1] is to be done once. Yours does [0].", || {
            each_job_is_done_once(do_all);
        });
    }

    #[test]
    fn a_new_crowd_when_the_first_has_gone() {
        fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
            let threads = cores.map_or(1, NonZero::get);
            for first in (0..jobs).step_by(threads) {
                thread::scope(|scope| {
                    for job in first..jobs.min(first + threads) {
                        scope.spawn(move || work(job));
                    }
                });
            }
        }
        each_job_is_done_once(do_all);
        every_core_has_a_job(do_all);
        caught("Jobs: 2. Cores: 1. From the beginning to the end", || {
            no_more_threads_than_cores(do_all);
        });
    }

    #[test]
    fn the_system_always_knows() {
        fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
            let threads = cores.map_or(4, NonZero::get);
            thread::scope(|scope| {
                for first in 0..threads {
                    scope.spawn(move || (first..jobs).step_by(threads).for_each(work));
                }
            });
        }
        each_job_is_done_once(do_all);
        every_core_has_a_job(do_all);
        caught("Jobs: 2. Cores: not known. From the beginning", || {
            no_more_threads_than_cores(do_all);
        });
    }

    #[test]
    fn one_thread_does_all() {
        fn do_all(jobs: usize, _: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
            (0..jobs).for_each(work);
        }
        each_job_is_done_once(do_all);
        no_more_threads_than_cores(do_all);
        caught("of 5 jobs, 2 are in progress at once on 2 cores", || every_core_has_a_job(do_all));
    }

    #[test]
    fn parts_that_are_rounded_up() {
        fn do_all(jobs: usize, cores: io::Result<NonZero<usize>>, work: &(dyn Fn(usize) + Sync)) {
            let part = jobs.div_ceil(cores.map_or(1, NonZero::get)).max(1);
            thread::scope(|scope| {
                for first in (0..jobs).step_by(part) {
                    scope.spawn(move || (first..jobs.min(first + part)).for_each(work));
                }
            });
        }
        each_job_is_done_once(do_all);
        no_more_threads_than_cores(do_all);
        caught("of 4 jobs, 3 are in progress at once on 3 cores", || every_core_has_a_job(do_all));
    }
}
