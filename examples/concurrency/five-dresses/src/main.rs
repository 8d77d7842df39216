//! The same four jobs in five dresses: first jobs that compute, then jobs that wait.
//!
//! Run it: `cargo run -p five-dresses`

use five_dresses::dresses::{Results, one_by_one, pool, processes, tasks, threads};
use five_dresses::{Job, run};
use std::env;
use std::error::Error;

type Dress = fn(Job) -> Results;

const DRESSES: [(&str, Dress); 5] = [
    ("one by one", one_by_one),
    ("threads", threads),
    ("pool of two", pool),
    ("async tasks", tasks),
    ("processes", processes),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [kind, number] = &arguments[..] {
        // This process is one of the four: it does its job, and prints the result.
        let _run = timeline::start("one of the four processes");
        let job = if kind == "Wait" { Job::Wait } else { Job::Compute };
        println!("{}", run(job, number.parse()?));
        return Ok(());
    }

    println!("                  results of the four jobs       wall      C      P");
    for (kind, job) in [("compute", Job::Compute), ("wait", Job::Wait)] {
        for (dress, wear) in DRESSES {
            let recorder = timeline::start(format!("{kind}, {dress}"));
            let results = wear(job)?;
            let run = recorder.finish();

            let (c, p) = (run.mean_in_progress(), run.mean_executing());
            let wall = run.makespan() as f64 / 1e9;
            print!("{kind:7} {dress:11}");
            results.iter().for_each(|result| print!("{result:6}"));
            println!("   {wall:6.2} s {c:6.1} {p:6.1}");
        }
    }
    Ok(())
}
