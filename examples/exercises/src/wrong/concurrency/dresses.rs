//! What looks right in *One job, many dresses*, and is not.

use std::thread as std_thread;
use std::time::Duration;

use interleave::{Mutex, Shared, channel, thread};
use tokio::time::sleep;

use super::caught;
use crate::dresses::{Diary, Job, Work};

mod dresses1 {
    use super::{Diary, Duration, caught, sleep, std_thread};
    use crate::dresses::while_one_waits_the_others_ask;

    #[test]
    fn keeps_the_thread() {
        async fn ask(name: &'static str, wait: Duration, diary: Diary) {
            diary.note(format!("{name} asks"));
            std_thread::sleep(wait);
            diary.note(format!("{name} has the answer"));
        }
        caught("Yours:\n  Anna asks\n  Anna has the answer\n  Ben asks", || {
            while_one_waits_the_others_ask(ask);
        });
    }

    #[test]
    fn makes_a_wait_and_does_not_wait() {
        async fn ask(name: &'static str, wait: Duration, diary: Diary) {
            diary.note(format!("{name} asks"));
            drop(sleep(wait));
            diary.note(format!("{name} has the answer"));
        }
        caught("while one waits for the answer, the others ask", || {
            while_one_waits_the_others_ask(ask);
        });
    }

    #[test]
    fn gives_way_and_then_keeps_the_thread() {
        async fn ask(name: &'static str, wait: Duration, diary: Diary) {
            diary.note(format!("{name} asks"));
            tokio::task::yield_now().await;
            std_thread::sleep(wait);
            diary.note(format!("{name} has the answer"));
        }
        caught("a wait that keeps the thread takes no time on this clock", || {
            while_one_waits_the_others_ask(ask);
        });
    }

    #[test]
    fn all_wait_equally_long() {
        async fn ask(name: &'static str, _wait: Duration, diary: Diary) {
            diary.note(format!("{name} asks"));
            sleep(Duration::from_millis(30)).await;
            diary.note(format!("{name} has the answer"));
        }
        caught("With the waits [(\"Anna\", 30), (\"Ben\", 10)]", || {
            while_one_waits_the_others_ask(ask);
        });
    }
}

mod dresses2 {
    use super::{Duration, Job, caught, sleep};
    use crate::dresses::ends_when_both_have;

    #[test]
    fn naps() {
        async fn program(first: Job, second: Job) {
            tokio::spawn(first);
            tokio::spawn(second);
            sleep(Duration::from_secs(3)).await;
        }
        caught("when the program ends, the second has finished", || ends_when_both_have(program));
    }

    #[test]
    fn naps_longer() {
        async fn program(first: Job, second: Job) {
            tokio::spawn(first);
            tokio::spawn(second);
            sleep(Duration::from_secs(2 * 60 * 60)).await;
        }
        caught("It takes 7200s on a computed clock, not 4s", || ends_when_both_have(program));
    }

    #[test]
    fn waits_for_one_after_the_other() {
        async fn program(first: Job, second: Job) {
            first.await;
            second.await;
        }
        caught("which are in progress at once, it ends with the longer", || {
            ends_when_both_have(program);
        });
    }

    #[test]
    fn waits_for_the_last_that_was_started() {
        async fn program(first: Job, second: Job) {
            tokio::spawn(first);
            tokio::spawn(second).await.expect("no task panics");
        }
        caught("when the program ends, the first has finished", || ends_when_both_have(program));
    }

    #[test]
    fn starts_the_second_when_the_first_has_finished() {
        async fn program(first: Job, second: Job) {
            tokio::spawn(first).await.expect("no task panics");
            tokio::spawn(second).await.expect("no task panics");
        }
        caught("It takes 5s on a computed clock, not 4s", || ends_when_both_have(program));
    }
}

mod dresses3 {
    use super::{Mutex, Shared, Work, caught, channel, thread};
    use crate::dresses::whoever_is_free_takes_the_next;

    #[test]
    fn deals_everything_out_beforehand() {
        fn pool(workers: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let share = jobs.len().div_ceil(workers).max(1);
            thread::scope(|pool| {
                let threads = jobs.chunks(share).map(|share| {
                    pool.spawn("worker", move || -> Vec<u32> {
                        share.iter().map(|job| work(*job)).collect()
                    })
                });
                let threads: Vec<_> = threads.collect();
                let results = threads.into_iter().map(|thread| thread.join().expect("no panic"));
                results.collect::<Vec<_>>().concat()
            })
        }
        caught("with 2 workers and 3 jobs, job 1 and job 2 are in progress at once", || {
            whoever_is_free_takes_the_next(pool);
        });
    }

    #[test]
    fn deals_out_a_half_to_each() {
        fn pool(_workers: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let (mine, others) = jobs.split_at(jobs.len() / 2);
            let all = |share: &[u32]| share.iter().map(|job| work(*job)).collect::<Vec<_>>();
            thread::scope(|pool| {
                let other = pool.spawn("worker", || all(others));
                [all(mine), other.join().expect("no panic")].concat()
            })
        }
        let two_workers = |workers, jobs: &[u32], work: Work<'_>| match workers {
            1 => jobs.iter().map(|job| work(*job)).collect(),
            _ => pool(workers, jobs, work),
        };
        caught("with 2 workers and 3 jobs, job 2 and job 3 are in progress at once", || {
            whoever_is_free_takes_the_next(two_workers);
        });
    }

    #[test]
    fn starts_a_thread_for_each_job() {
        fn pool(_workers: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            thread::scope(|pool| {
                let threads: Vec<_> =
                    jobs.iter().map(|job| pool.spawn("worker", move || work(*job))).collect();
                threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
            })
        }
        caught("with 1 workers and 2 jobs, there are never more in progress than 1", || {
            whoever_is_free_takes_the_next(pool);
        });
    }

    /// Workers who take the next of a queue by some rule, and put the result somewhere.
    fn workers(number: usize, worker: &(dyn Fn() + Sync)) {
        thread::scope(|pool| {
            for _ in 0..number {
                pool.spawn("worker", worker);
            }
        });
    }

    #[test]
    fn results_come_as_they_are_ready() {
        fn pool(number: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let queue = Mutex::new("jobs", jobs.iter().rev().copied().collect::<Vec<_>>());
            let results = Mutex::new("results", Vec::new());
            workers(number, &|| {
                loop {
                    let Some(job) = queue.lock().pop() else { break };
                    let result = work(job);
                    results.lock().push(result);
                }
            });
            results.lock().clone()
        }
        caught("with 2 workers and 2 jobs, the results are in the order of the jobs", || {
            whoever_is_free_takes_the_next(pool);
        });
    }

    #[test]
    fn holds_the_queue_while_it_works() {
        fn pool(number: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let queue = Mutex::new("jobs", jobs.iter().rev().copied().collect::<Vec<_>>());
            let results = Mutex::new("results", Vec::new());
            workers(number, &|| {
                while let Some(job) = queue.lock().pop() {
                    let result = work(job);
                    results.lock().push(result);
                }
            });
            results.lock().clone()
        }
        caught(
            "No schedule has this: with 2 workers and 2 jobs, job 1 and job 2 are in progress",
            || {
                whoever_is_free_takes_the_next(pool);
            },
        );
    }

    #[test]
    fn looks_for_the_next_and_then_takes_it() {
        fn pool(number: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let next = Shared::new("next", 0);
            let results = Mutex::new("results", vec![0; jobs.len()]);
            workers(number, &|| {
                loop {
                    let place = next.load().get();
                    next.store(place + 1);
                    let Some(job) = jobs.get(place) else { break };
                    let result = work(*job);
                    results.lock()[place] = result;
                }
            });
            results.lock().clone()
        }
        caught("with 2 workers and 1 jobs, each job is done once", || {
            whoever_is_free_takes_the_next(pool);
        });
    }

    #[test]
    fn keeps_the_sender() {
        fn pool(number: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let (sender, inbox) = channel("jobs", jobs.len().max(1));
            let results = Mutex::new("results", vec![0; jobs.len()]);
            for job in jobs.iter().copied().enumerate() {
                sender.send(job).expect("the receiver is there");
            }
            workers(number, &|| {
                for (place, job) in inbox.iter() {
                    let result = work(job);
                    results.lock()[place] = result;
                }
            });
            results.lock().clone()
        }
        caught("Every thread that is left waits for another", || {
            whoever_is_free_takes_the_next(pool);
        });
    }

    #[test]
    fn starts_a_thread_for_each_job_and_lets_a_few_in() {
        fn pool(number: usize, jobs: &[u32], work: Work<'_>) -> Vec<u32> {
            let (free, permits) = channel("permits", number);
            (0..number).for_each(|_| free.send(()).expect("the receiver is there"));
            let in_turn = |job: &u32| {
                permits.recv().expect("the sender is there");
                let result = work(*job);
                free.send(()).expect("the receiver is there");
                result
            };
            thread::scope(|pool| {
                let threads: Vec<_> =
                    jobs.iter().map(|job| pool.spawn("thread", || in_turn(job))).collect();
                threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
            })
        }
        caught("Here 2 threads do jobs", || whoever_is_free_takes_the_next(pool));
    }
}
