//! Work stealing in one screen, after Robert Blumofe and Charles Leiserson, “Scheduling multithreaded
//! computations by work stealing” (1999). The deques are crossbeam's: who owns one pushes and pops at
//! one end, and everybody else takes from the other.
//!
//! A job that panics would leave the other workers waiting for it. A real pool passes the panic on.

use crossbeam::deque::{Stealer, Worker};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// Some of the jobs, by their numbers.
pub type Jobs = Range<usize>;

// ANCHOR: program
/// Does every job once. Each worker begins with an equal part of them, and then steals.
/// Returns what each of them stole.
pub fn stealing(workers: usize, jobs: Jobs, job: impl Fn(usize) + Sync) -> Vec<Vec<Jobs>> {
    let deques: Vec<Worker<Jobs>> = (0..workers).map(|_| Worker::new_lifo()).collect();
    let others: Vec<Stealer<Jobs>> = deques.iter().map(Worker::stealer).collect();
    let not_done = AtomicUsize::new(jobs.len());
    deques.iter().zip(parts(workers, jobs)).for_each(|(own, part)| own.push(part));
    thread::scope(|scope| {
        let start = |own| scope.spawn(|| work(own, &others, &not_done, &job));
        let threads: Vec<_> = deques.into_iter().map(start).collect();
        threads.into_iter().map(|thread| thread.join().expect("no job panics")).collect()
    })
}

/// What each worker does until all jobs are done.
fn work(
    own: Worker<Jobs>,
    others: &[Stealer<Jobs>],
    not_done: &AtomicUsize,
    job: impl Fn(usize),
) -> Vec<Jobs> {
    let mut stolen = Vec::new();
    while not_done.load(Relaxed) > 0 {
        let jobs = own.pop().or_else(|| {
            let jobs = others.iter().find_map(|other| other.steal().success())?;
            stolen.push(jobs.clone());
            Some(jobs)
        });
        match jobs {
            Some(Jobs { start, end }) if end - start > 1 => {
                let middle = start.midpoint(end);
                own.push(middle..end); // For later, or for a thief.
                own.push(start..middle); // For now.
            }
            Some(one) => {
                job(one.start);
                not_done.fetch_sub(1, Relaxed);
            }
            None => thread::yield_now(), // Nothing to be had just now.
        }
    }
    stolen
}
// ANCHOR_END: program

// ANCHOR: parts
/// Does every job once, an equal part of them in each worker.
pub fn in_parts(workers: usize, jobs: Jobs, job: impl Fn(usize) + Sync) {
    thread::scope(|scope| {
        let start = |part: Jobs| scope.spawn(|| part.for_each(&job));
        parts(workers, jobs).for_each(|part| drop(start(part)));
    });
}

/// As many equal parts as there are workers, or fewer where there is little to do.
fn parts(workers: usize, jobs: Jobs) -> impl Iterator<Item = Jobs> {
    let part = jobs.len().div_ceil(workers).max(1);
    jobs.clone().step_by(part).map(move |start| start..jobs.end.min(start + part))
}
// ANCHOR_END: parts

/// A job that takes the longer the larger its number: the jobs of `skewed`, on a real processor.
pub fn growing(job: usize, length: u64) {
    for number in 0..(2 * job as u64 + 1) * length {
        std::hint::black_box(number);
    }
}
