//! The pool: it hands jobs to whichever worker is free, and again if that worker ends too soon.

use crate::serve::{is_worker, serve};
use crate::worker::{Worker, locked};
use serde::{Serialize, de::DeserializeOwned};
use std::error::Error;
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::process::exit;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// A pool of processes that make an `R` of each `J`.
pub struct Pool<J, R> {
    workers: Vec<Worker>,
    /// How many workers a job may end before it is given up.
    attempts: usize,
    /// How many workers have ended too soon.
    crashes: AtomicUsize,
    work: PhantomData<fn(J) -> R>,
}

/// A job that was given up.
#[derive(Debug)]
pub struct Lost {
    /// Which one, counted from 0.
    pub job: usize,
    /// How often it was tried.
    pub attempts: usize,
    /// What went wrong the last time.
    pub reason: io::Error,
}

impl<J: Serialize + DeserializeOwned, R: Serialize + DeserializeOwned + Send> Pool<J, R> {
    /// Starts the workers. Each is this program, from its beginning to this call, in which it stays
    /// until there are no more jobs; then it ends.
    pub fn start(work: fn(J) -> R, workers: usize) -> io::Result<Self> {
        if is_worker() {
            exit(i32::from(serve(work).is_err()));
        }
        let workers = (0..workers.max(1)).map(|_| Worker::start()).collect::<io::Result<_>>()?;
        Ok(Pool { workers, attempts: 3, crashes: AtomicUsize::new(0), work: PhantomData })
    }

    /// With another number of attempts than three.
    #[must_use]
    pub fn attempts(self, attempts: usize) -> Self {
        Pool { attempts, ..self }
    }

    // ANCHOR: each
    /// Does all jobs, and hands over each result as it arrives, with the number of its job.
    pub fn each<Jobs>(&self, jobs: Jobs, done: impl FnMut(usize, R) + Send) -> Result<(), Lost>
    where
        Jobs: IntoIterator<Item = J, IntoIter: Send>,
    {
        let jobs = Mutex::new(Some(jobs.into_iter().fuse().enumerate()));
        let done = Mutex::new(done);
        let next = || locked(&jobs).as_mut()?.next();
        let serve = |worker: &Worker| {
            while let Some((number, job)) = next() {
                match self.result(worker, number, &job) {
                    Ok(result) => (locked(&done))(number, result),
                    Err(lost) => {
                        *locked(&jobs) = None; // The other threads stop, too.
                        return Err(lost);
                    }
                }
            }
            Ok(())
        };
        thread::scope(|scope| {
            let start = |worker| scope.spawn(move || serve(worker));
            let threads: Vec<_> = self.workers.iter().map(start).collect();
            threads.into_iter().try_for_each(|thread| thread.join().expect("`done` does not panic"))
        })
    }
    // ANCHOR_END: each

    /// The results of all jobs, in the jobs' order.
    pub fn map<Jobs>(&self, jobs: Jobs) -> Result<Vec<R>, Lost>
    where
        Jobs: IntoIterator<Item = J, IntoIter: Send>,
    {
        let mut results = Vec::new();
        self.each(jobs, |number, result| results.push((number, result)))?;
        results.sort_unstable_by_key(|&(number, _)| number);
        Ok(results.into_iter().map(|(_, result)| result).collect())
    }

    // ANCHOR: result
    fn result(&self, worker: &Worker, number: usize, job: &J) -> Result<R, Lost> {
        let lost = |attempts, reason| Lost { job: number, attempts, reason };
        let line = serde_json::to_string(job).map_err(|error| lost(0, error.into()))?;
        let mut attempt = 1;
        loop {
            match worker.ask(&line) {
                Ok(result) => return Ok(result),
                Err(reason) if attempt >= self.attempts => return Err(lost(attempt, reason)),
                Err(_) => attempt += 1,
            }
            self.crashes.fetch_add(1, Relaxed);
        }
    }
    // ANCHOR_END: result
}

impl<J, R> Pool<J, R> {
    /// How many workers have ended too soon so far, and were replaced.
    pub fn crashes(&self) -> usize {
        self.crashes.load(Relaxed)
    }

    /// Kills one of the workers, as a crash would at that moment.
    pub fn kill(&self, worker: usize) -> io::Result<()> {
        self.workers[worker % self.workers.len()].kill()
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Lost { job, attempts, reason } = self;
        write!(f, "job {job} was given up after {attempts} attempts: {reason}")
    }
}

impl Error for Lost {}
