//! Five ways to have four jobs done, each of a few lines.

use crate::job::Job;
use rayon::prelude::*;
use std::io;
use std::process::{Child, Command, Stdio};
use std::{env, thread};

const NUMBERS: [u64; 4] = [1, 2, 3, 4];

// ANCHOR: one_by_one
pub(crate) fn one_by_one(job: Job) -> io::Result<Vec<u64>> {
    Ok(NUMBERS.map(|number| job.run(number)).to_vec())
}
// ANCHOR_END: one_by_one

// ANCHOR: threads
pub(crate) fn threads(job: Job) -> io::Result<Vec<u64>> {
    let threads = NUMBERS.map(|number| thread::spawn(move || job.run(number)));
    Ok(threads.map(|thread| thread.join().expect("no job panics")).to_vec())
}
// ANCHOR_END: threads

// ANCHOR: pool
pub(crate) fn pool(job: Job) -> io::Result<Vec<u64>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().map_err(io::Error::other)?;
    Ok(pool.install(|| NUMBERS.par_iter().map(|&number| job.run(number)).collect()))
}
// ANCHOR_END: pool

// ANCHOR: tasks
#[tokio::main(worker_threads = 2)]
pub(crate) async fn tasks(job: Job) -> io::Result<Vec<u64>> {
    let tasks = NUMBERS.map(|number| tokio::spawn(job.run_async(number)));
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await?);
    }
    Ok(results)
}
// ANCHOR_END: tasks

// ANCHOR: processes
pub(crate) fn processes(job: Job) -> io::Result<Vec<u64>> {
    let mut children = Vec::new();
    for number in NUMBERS {
        let mut child = Command::new(env::current_exe()?);
        child.args([job.name(), &number.to_string()]).stdout(Stdio::piped());
        children.push(child.spawn()?);
    }
    let result = |child: Child| {
        let output = child.wait_with_output()?;
        String::from_utf8_lossy(&output.stdout).trim().parse().map_err(io::Error::other)
    };
    children.into_iter().map(result).collect()
}
// ANCHOR_END: processes

/// What each of the processes does: one job, and it prints the result.
pub(crate) fn in_child(job: &str, number: &str) -> io::Result<()> {
    let job = if job == Job::Wait.name() { Job::Wait } else { Job::Compute };
    let number = number.parse().map_err(io::Error::other)?;
    let _run = timeline::start("one of the four processes");
    println!("{}", job.run(number));
    Ok(())
}
