//! Ten thousand that wait at once, as tasks, goroutines and threads: what does one weigh?
//!
//! Run it: `cargo run -p task-weight`

use task_weight::{goroutines, tasks, threads};

const COUNT: usize = 10_000;

fn told(bytes: Option<u64>) -> String {
    bytes.map_or("an unknown number of".into(), |bytes| bytes.to_string())
}

fn main() {
    println!("{COUNT} tasks wait, with {} bytes each", told(tasks(COUNT)));
    if let Some(bytes) = goroutines(COUNT) {
        println!("{COUNT} goroutines wait, with {bytes} bytes each");
    }
    match threads(COUNT) {
        Ok(bytes) => println!("{COUNT} threads wait, with {} bytes each", told(bytes)),
        Err(error) => println!("{COUNT} threads are more than this system gives: {error}"),
    }
}
