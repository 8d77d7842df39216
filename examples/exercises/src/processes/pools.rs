//! Checks of the exercises for *Pools*.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use tracing::info_span;

use crate::grade::{every_input, patiently, recorded};

/// A line is an answer when it is there to its end, and is a number.
///
/// # Panics
///
/// With the first of the lines, cut off somewhere, for which it is not so.
#[track_caller]
pub fn whole_lines_are_answers(answer: fn(&str) -> Option<u64>) {
    for number in [0, 7, 120, 18_000] {
        let line = format!("{number}\n");
        for cut in 0..=line.len() {
            let (read, yours) = (&line[..cut], answer(&line[..cut]));
            let wanted = (cut == line.len()).then_some(number);
            assert!(
                yours == wanted,
                "A worker wants to write {line:?}. Of this the pool has read {read:?}, and nothing \
                 comes any more.\nThe answer is {wanted:?}. Yours says: {yours:?}."
            );
        }
    }
    let no_numbers = ["hello\n", "\n", "7 onions\n"];
    every_input("the answer in", no_numbers, |read| answer(read), |_| None);
}

/// A pool: the jobs, how many workers, and what does a job.
pub type Each = fn(&mut (dyn Iterator<Item = u32> + Send), usize, &(dyn Fn(u32) + Sync));

/// Each job is done once, none is taken before a worker is free for it, and one that takes long keeps
/// no other waiting.
///
/// # Panics
///
/// With the recording, or with the numbers of workers and jobs, for which it is not so.
#[track_caller]
pub fn whoever_is_free_takes_the_next(each: Each) {
    for (workers, jobs) in [(1, 0), (1, 2), (2, 1), (2, 5), (3, 7)] {
        let (mut done, most) = patiently("a pool", move || taken_and_done(each, workers, jobs));
        done.sort_unstable();
        let all: Vec<_> = (0..jobs).collect();
        assert!(
            done == all,
            "With {workers} workers, of the jobs {all:?} each is to be done once. Yours did: {done:?}."
        );
        assert!(
            most <= workers,
            "With {workers} workers and {jobs} jobs, {most} jobs were taken before one of them was \
             done. A job is taken when a worker is free for it."
        );
    }
    let slow = recorded("a long job", move || rest_during_the_first(each))
        .in_progress(2..=2, "while one worker has a long job, the other does the rest")
        .workers(2..=2, "two workers have two threads")
        .result;
    assert!(
        slow == 4,
        "With 2 workers and 5 jobs, the first takes until all others are done. In the time {slow} of \
         the 4 others were: some wait for the worker with the long job."
    );
}

/// How long the long job waits for the others.
const LONG: Duration = Duration::from_millis(if cfg!(test) { 500 } else { 5_000 });

/// Which jobs were done, and how many were in hand at most.
fn taken_and_done(each: Each, workers: usize, jobs: u32) -> (Vec<u32>, usize) {
    let (in_hand, most, done) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let mut jobs = (0..jobs).inspect(|_| {
        most.fetch_max(in_hand.fetch_add(1, SeqCst) + 1, SeqCst);
    });
    each(&mut jobs, workers, &|job| {
        done.lock().unwrap_or_else(PoisonError::into_inner).push(job);
        in_hand.fetch_sub(1, SeqCst);
    });
    (done.into_inner().unwrap_or_else(PoisonError::into_inner), most.into_inner())
}

/// How many jobs were done while the first was in hand, which waits for the four others.
fn rest_during_the_first(each: Each) -> u32 {
    let (done, changed, during) = (Mutex::new(0), Condvar::new(), AtomicU32::new(0));
    each(&mut (0..5), 2, &|job| {
        let _task = info_span!("task", name = %job).entered();
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        if job == 0 {
            let waits = |done: &mut u32| *done < 4;
            let waited = changed.wait_timeout_while(done, LONG, waits);
            let (done, _) = waited.unwrap_or_else(PoisonError::into_inner);
            during.store(*done, SeqCst);
        } else {
            *done += 1;
            changed.notify_all();
        }
    });
    during.into_inner()
}

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Which one.
    pub job: u32,
    /// How often it was tried.
    pub attempts: u32,
}

/// A worker that squares numbers, until it is gone.
#[derive(Debug, Default)]
pub struct Worker {
    /// Which of the next times it is gone instead of answering; the first is the last.
    fates: Vec<bool>,
    is_gone: bool,
    asked: u32,
}

impl Worker {
    /// A worker that nobody kills.
    #[must_use]
    pub fn new() -> Worker {
        Worker::default()
    }

    /// Has the job done; without an answer the worker is gone.
    ///
    /// # Panics
    ///
    /// Where the worker is gone already.
    #[track_caller]
    pub fn ask(&mut self, job: u32) -> Option<u32> {
        assert!(!self.is_gone, "Job {job} is given to a worker that is gone. Nobody replaced it.");
        self.asked += 1;
        self.is_gone = self.fates.pop().unwrap_or(false);
        (!self.is_gone).then_some(job * job)
    }

    /// Puts a fresh worker in the place of this one.
    ///
    /// # Panics
    ///
    /// Where the worker is still there.
    #[track_caller]
    pub fn replace(&mut self) {
        assert!(self.is_gone, "A worker that is still there is replaced. It was dear to start.");
        self.is_gone = false;
    }
}

/// A job is tried up to three times, and after it somebody is there to be asked, whoever is killed.
///
/// # Panics
///
/// With what happened at each attempt, where it is not so.
#[track_caller]
pub fn three_attempts_and_somebody_is_there(result: fn(&mut Worker, u32) -> Result<u32, Lost>) {
    for killed in 0..=4 {
        let mut worker = Worker { fates: vec![true; killed], ..Worker::new() };
        let yours = result(&mut worker, 7);
        let wanted = if killed < 3 { Ok(49) } else { Err(Lost { job: 7, attempts: 3 }) };
        let story = match killed {
            0 => "Nobody is killed".to_owned(),
            1 => "The worker is killed at the first attempt".to_owned(),
            _ => format!("The worker is killed at each of the first {killed} attempts"),
        };
        let attempts = 3.min(killed as u32 + 1);
        let asked = worker.asked;
        assert!(
            asked == attempts,
            "{story}. The job is to be tried so often: {attempts}. Yours tried it so often: {asked}."
        );
        assert!(yours == wanted, "{story}. What comes of it: {wanted:?}. Yours says: {yours:?}.");
        assert!(!worker.is_gone, "{story}. Then comes the next job, and nobody is there to do it.");
    }
}
