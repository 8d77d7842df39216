//! Five ways to have four jobs done, each of a few lines.

use crate::{Job, run, run_async};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::error::Error;
use std::process::{Command, Stdio};
use std::{env, thread};

/// What the four jobs give, in their order.
pub type Results = Result<Vec<u64>, Box<dyn Error>>;

const NUMBERS: [u64; 4] = [1, 2, 3, 4];

// ANCHOR: one_by_one
/// No dress at all.
pub fn one_by_one(job: Job) -> Results {
    Ok(NUMBERS.map(|number| run(job, number)).to_vec())
}
// ANCHOR_END: one_by_one

// ANCHOR: threads
/// A thread each.
pub fn threads(job: Job) -> Results {
    let threads = NUMBERS.map(|number| thread::spawn(move || run(job, number)));
    Ok(threads.map(|thread| thread.join().expect("no job panics")).to_vec())
}
// ANCHOR_END: threads

// ANCHOR: pool
/// Two threads for all.
pub fn pool(job: Job) -> Results {
    let pool = ThreadPoolBuilder::new().num_threads(2).build()?;
    Ok(pool.install(|| NUMBERS.par_iter().map(|&number| run(job, number)).collect()))
}
// ANCHOR_END: pool

// ANCHOR: tasks
/// An async task each, on two threads.
#[tokio::main(worker_threads = 2)]
pub async fn tasks(job: Job) -> Results {
    let tasks = NUMBERS.map(|number| tokio::spawn(run_async(job, number)));
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await?);
    }
    Ok(results)
}
// ANCHOR_END: tasks

// ANCHOR: processes
/// A process each.
pub fn processes(job: Job) -> Results {
    let mut children = Vec::new();
    for number in NUMBERS {
        let mut child = Command::new(env::current_exe()?);
        child.args([format!("{job:?}"), number.to_string()]).stdout(Stdio::piped());
        children.push(child.spawn()?);
    }
    let mut results = Vec::new();
    for child in children {
        let printed = String::from_utf8(child.wait_with_output()?.stdout)?;
        results.push(printed.trim().parse()?);
    }
    Ok(results)
}
// ANCHOR_END: processes
