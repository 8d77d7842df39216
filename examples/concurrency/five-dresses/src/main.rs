//! The same four jobs in five dresses: first jobs that compute, then jobs that wait.
//!
//! Run it: `cargo run -p five-dresses`

mod dresses;
mod job;

use job::Job;
use std::{env, io};

type Dress = fn(Job) -> io::Result<Vec<u64>>;

const DRESSES: [(&str, Dress); 5] = [
    ("one by one", dresses::one_by_one),
    ("threads", dresses::threads),
    ("pool of two", dresses::pool),
    ("async tasks", dresses::tasks),
    ("processes", dresses::processes),
];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [job, number] = &arguments[..] {
        return dresses::in_child(job, number); // This process is one of the four.
    }

    println!("                  results of the four jobs       wall      C      P");
    for job in [Job::Compute, Job::Wait] {
        for (dress, wear) in DRESSES {
            let recorder = timeline::start(format!("{}, {dress}", job.name()));
            let results = wear(job)?;
            let run = recorder.finish();

            let (c, p) = (run.mean_in_progress(), run.mean_executing());
            let wall = run.makespan() as f64 / 1e9;
            print!("{:7} {dress:11}", job.name());
            results.iter().for_each(|result| print!("{result:6}"));
            println!("   {wall:6.2} s {c:6.1} {p:6.1}");
        }
    }
    Ok(())
}
