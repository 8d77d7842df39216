//! The same work by one worker, by a worker a core, and by four workers a core.
//!
//! Run it: `cargo run -p workers`

use std::io;
use std::thread::available_parallelism;
use workers::work;

fn main() -> io::Result<()> {
    let cores = available_parallelism()?.get();
    let mut runs = Vec::new();
    for (title, workers) in
        [("one worker", 1), ("a worker a core", cores), ("four workers a core", 4 * cores)]
    {
        let recorder = timeline::start(title);
        work(workers);
        runs.push(recorder.finish());
    }

    println!("                         wall   in progress   executing");
    for run in runs {
        let (title, wall) = (&run.title, run.makespan() as f64 / 1e9);
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        println!("{title:19} {wall:7.2} s {in_progress:11} {executing:11}");
    }
    Ok(())
}
