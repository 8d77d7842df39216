//! What looks right in *Pools*, and is not.

use super::caught;

mod pools1 {
    use super::caught;
    use crate::pools::whole_lines_are_answers;

    #[test]
    fn any_digits() {
        let answer = |read: &str| read.trim().parse().ok();
        caught("has read \"0\", and nothing comes any more.\nThe answer is None", || {
            whole_lines_are_answers(answer);
        });
    }

    #[test]
    fn the_first_line() {
        let answer = |read: &str| read.lines().next()?.parse().ok();
        caught("has read \"0\", and nothing", || whole_lines_are_answers(answer));
    }

    #[test]
    fn every_whole_line_is_a_number() {
        let answer = |read: &str| Some(read.strip_suffix('\n')?.parse().unwrap_or(0));
        caught("the answer in \"hello\\n\": None. Yours says: Some(0)", || {
            whole_lines_are_answers(answer);
        });
    }
}

mod pools2 {
    use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
    use std::sync::{Barrier, Mutex};
    use std::thread;

    use super::caught;
    use crate::pools::whoever_is_free_takes_the_next;

    type Jobs<'a> = &'a mut (dyn Iterator<Item = u32> + Send);
    type Work<'a> = &'a (dyn Fn(u32) + Sync);

    #[test]
    fn the_lock_is_held_for_the_work() {
        fn each(jobs: Jobs<'_>, workers: usize, work: Work<'_>) {
            let jobs = Mutex::new(jobs);
            thread::scope(|scope| {
                for _ in 0..workers {
                    scope.spawn(|| {
                        while let Some(job) = jobs.lock().unwrap().next() {
                            work(job);
                        }
                    });
                }
            });
        }
        caught("tasks in progress at once: 1, not 2", || whoever_is_free_takes_the_next(each));
    }

    #[test]
    fn all_jobs_are_taken_first() {
        fn each(jobs: Jobs<'_>, workers: usize, work: Work<'_>) {
            let jobs: Vec<_> = jobs.collect();
            thread::scope(|scope| {
                for part in jobs.chunks(jobs.len().div_ceil(workers).max(1)) {
                    scope.spawn(|| part.iter().for_each(|job| work(*job)));
                }
            });
        }
        caught("With 1 workers and 2 jobs, 2 jobs were taken", || {
            whoever_is_free_takes_the_next(each);
        });
    }

    #[test]
    fn a_thread_a_job() {
        fn each(jobs: Jobs<'_>, workers: usize, work: Work<'_>) {
            loop {
                let round: Vec<_> = jobs.take(workers).collect();
                if round.is_empty() {
                    return;
                }
                thread::scope(|scope| {
                    for job in round {
                        scope.spawn(move || work(job));
                    }
                });
            }
        }
        caught("two workers have two threads", || whoever_is_free_takes_the_next(each));
    }

    #[test]
    fn in_rounds() {
        fn each(jobs: Jobs<'_>, workers: usize, work: Work<'_>) {
            let (jobs, over) = (Mutex::new(jobs), AtomicBool::new(false));
            let round = Barrier::new(workers);
            let next = || jobs.lock().unwrap().next();
            let rounds = || {
                while !over.load(SeqCst) {
                    round.wait();
                    match next() {
                        Some(job) => work(job),
                        None => over.store(true, SeqCst),
                    }
                    round.wait();
                }
            };
            thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(rounds))));
        }
        caught("In the time 1 of the 4 others were", || whoever_is_free_takes_the_next(each));
    }
}

mod pools3 {
    use super::caught;
    use crate::pools::{Lost, Worker, three_attempts_and_somebody_is_there};

    #[test]
    fn one_attempt() {
        fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
            worker.ask(job).ok_or(Lost { job, attempts: 1 })
        }
        caught("killed at the first attempt. The job is to be tried so often: 2", || {
            three_attempts_and_somebody_is_there(result);
        });
    }

    #[test]
    fn the_same_worker_again() {
        fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
            let mut attempts = (0..3).filter_map(|_| worker.ask(job));
            attempts.next().ok_or(Lost { job, attempts: 3 })
        }
        caught("given to a worker that is gone", || three_attempts_and_somebody_is_there(result));
    }

    #[test]
    fn three_repetitions() {
        fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
            for _ in 0..=3 {
                if let Some(result) = worker.ask(job) {
                    return Ok(result);
                }
                worker.replace();
            }
            Err(Lost { job, attempts: 3 })
        }
        caught("The job is to be tried so often: 3. Yours tried it so often: 4", || {
            three_attempts_and_somebody_is_there(result);
        });
    }

    #[test]
    fn as_often_as_it_takes() {
        fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
            loop {
                if let Some(result) = worker.ask(job) {
                    return Ok(result);
                }
                worker.replace();
            }
        }
        caught("The job is to be tried so often: 3. Yours tried it so often: 4", || {
            three_attempts_and_somebody_is_there(result);
        });
    }

    #[test]
    fn nobody_for_the_next_job() {
        fn result(worker: &mut Worker, job: u32) -> Result<u32, Lost> {
            for attempt in 1..=3 {
                if let Some(result) = worker.ask(job) {
                    return Ok(result);
                }
                if attempt < 3 {
                    worker.replace();
                }
            }
            Err(Lost { job, attempts: 3 })
        }
        caught("Then comes the next job, and nobody is there", || {
            three_attempts_and_somebody_is_there(result);
        });
    }
}
