//! What the pool promises, tried with workers that crash, are killed, or lose their parent.
//!
//! A `main` of its own, since the workers are this program started again.

mod lines;
mod orphans;

use libtest_mimic::{Arguments, Failed, Trial};
use procpool::Pool;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::time::Duration;
use std::{array, env, error, io, process, thread};

/// How many bytes there are in `[998001,""]` and the end of its line.
const LONGEST: usize = 12;

#[derive(Clone, Serialize, Deserialize)]
enum Job {
    /// To be squared; the answer is made longer by so many letters.
    Square(u64, usize),
    /// To be squared; the worker ends after so many bytes of the answer, but only where it is the
    /// first that makes this file.
    Cut(u64, usize, PathBuf),
    /// Ends its worker in the middle of an answer.
    Break,
    /// Prints a line that is no answer, in front of its answer.
    Speak,
    /// Takes a while.
    Nap,
}

fn work(job: Job) -> (u64, String) {
    match job {
        Job::Square(number, letters) => (number * number, "x".repeat(letters)),
        Job::Cut(number, bytes, file) => {
            let answer = (number * number, String::new());
            if File::create_new(file).is_ok() {
                let line = serde_json::to_string(&answer).expect("it is a number") + "\n";
                let _ = io::stdout().write_all(&line.as_bytes()[..bytes.min(line.len())]);
                let _ = io::stdout().flush();
                process::exit(1)
            }
            answer
        }
        Job::Break => {
            let _ = io::stdout().write_all(b"[7,\"x\"]");
            let _ = io::stdout().flush();
            process::abort()
        }
        Job::Speak => {
            println!("hello");
            (7, String::new())
        }
        Job::Nap => {
            thread::sleep(Duration::from_millis(20));
            (0, String::new())
        }
    }
}

fn main() -> Result<(), Box<dyn error::Error>> {
    if env::var_os("POOL_BY_HEART").is_some() && env::var_os("PROCPOOL_WORKER").is_some() {
        return Ok(lines::by_heart()?);
    }
    let pool: &'static Pool<_, _> = Box::leak(Box::new(Pool::start(work, 3)?.attempts(1_000)));
    if env::var_os("POOL_PARENT").is_some() {
        // This process is there to be killed.
        println!("at work");
        return Ok(pool.each(std::iter::repeat(Job::Nap), |_, _| ())?);
    }
    if env::var_os("POOL_BY_HEART").is_some() {
        println!("{:?}", pool.map([Job::Square(7, 2), Job::Nap])?);
        return Ok(());
    }
    let trials = vec![
        Trial::test("results are in the order of the jobs", || in_order(pool)),
        Trial::test("no job is taken before a worker is free", || backpressure(pool)),
        Trial::test("a job that gives no answer is given up", given_up),
        Trial::test("a thousand killed workers lose no job and double no result", || killed(pool)),
        Trial::test("a thousand answers cut at any byte are given once", || cut(pool)),
        Trial::test("the lines to a worker and back are these", lines::wire_format),
        Trial::test("workers end when their parent is killed", || orphans::none(Child::kill)),
        Trial::ignorable_test("workers end at Ctrl-C", orphans::ctrl_c),
    ];
    // One after the other: each looks at the pool as a whole.
    let arguments = Arguments { test_threads: Some(1), ..Arguments::from_args() };
    libtest_mimic::run(&arguments, trials).exit()
}

fn in_order(pool: &Pool<Job, (u64, String)>) -> Result<(), Failed> {
    let results = pool.map((0..100).map(|number| Job::Square(number, 0)))?;
    let squares: Vec<u64> = results.into_iter().map(|(square, _)| square).collect();
    assert_eq!(squares, (0..100).map(|number| number * number).collect::<Vec<_>>());
    Ok(())
}

fn backpressure(pool: &Pool<Job, (u64, String)>) -> Result<(), Failed> {
    let (taken, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let jobs = (0..200).map(|number| {
        let in_progress = taken.fetch_add(1, SeqCst) - done.load(SeqCst);
        assert!(in_progress < 3, "{in_progress} jobs for three workers, and one more was taken");
        Job::Square(number, 0)
    });
    pool.each(jobs, |_, _| {
        done.fetch_add(1, SeqCst);
    })?;
    assert_eq!((taken.into_inner(), done.into_inner()), (200, 200));
    Ok(())
}

fn given_up() -> Result<(), Failed> {
    let pool = Pool::start(work, 2)?;
    for bad in [Job::Break, Job::Speak] {
        let lost = pool.map([Job::Square(3, 0), bad]).err().ok_or("a result of nothing")?;
        assert_eq!((lost.job, lost.attempts), (1, 3));
    }
    let results = pool.map([Job::Square(3, 0), Job::Square(4, 0)])?;
    assert_eq!(results.iter().map(|(square, _)| *square).collect::<Vec<_>>(), [9, 16]);
    Ok(())
}

// ANCHOR: killed
fn killed(pool: &Pool<Job, (u64, String)>) -> Result<(), Failed> {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(SeqCst) {
                thread::sleep(Duration::from_micros(fastrand::u64(..2_000)));
                let _ = pool.kill(fastrand::usize(..3)); // It may have ended just before.
            }
        });
        let before = pool.crashes();
        let batch = || -> Result<(), Failed> {
            // Some answers are long, so that a worker is killed in the middle of one.
            let letters: [usize; 50] =
                array::from_fn(|_| if fastrand::u8(..4) == 0 { 100_000 } else { 0 });
            let jobs = (0..).zip(letters).map(|(number, letters)| Job::Square(number, letters));
            let mut results = vec![Vec::new(); letters.len()];
            pool.each(jobs, |number, (square, text)| results[number].push((square, text.len())))?;
            let expected =
                (0..).zip(letters).map(|(number, letters)| vec![(number * number, letters)]);
            if results.into_iter().eq(expected) {
                Ok(())
            } else {
                Err("not each result once".into())
            }
        };
        let mut outcome = Ok(());
        while outcome.is_ok() && pool.crashes() - before < 1_000 {
            outcome = batch();
        }
        over.store(true, SeqCst);
        outcome
    })
}
// ANCHOR_END: killed

/// A kill by the clock seldom meets a worker in the middle of its answer. So here each of a thousand
/// answers is cut: before its first byte, between any two, or after its last.
fn cut(pool: &Pool<Job, (u64, String)>) -> Result<(), Failed> {
    let (folder, before) = (tempfile::tempdir()?, pool.crashes());
    let job = |number: u64| {
        let file = folder.path().join(number.to_string());
        Job::Cut(number, fastrand::usize(..=LONGEST), file)
    };
    let mut results = vec![Vec::new(); 1_000];
    pool.each((0..1_000).map(job), |number, (square, _)| results[number].push(square))?;
    if !results.into_iter().eq((0..1_000).map(|number| vec![number * number])) {
        return Err("not each result once".into());
    }
    // That one of the three workers has ended may not be seen before somebody asks it again: here at
    // the end, and before the beginning.
    assert!((997..=1_003).contains(&(pool.crashes() - before)));
    Ok(())
}
