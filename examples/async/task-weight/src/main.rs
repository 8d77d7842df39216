//! Ten thousand that wait at once, as tasks and as threads: what does one weigh?
//!
//! Run it: `cargo run -p task-weight`

use task_weight::{tasks, threads};

const COUNT: usize = 10_000;

fn told(bytes: Option<u64>) -> String {
    bytes.map_or("an unknown number of".into(), |bytes| bytes.to_string())
}

fn main() {
    println!("{COUNT} tasks wait, with {} bytes each", told(tasks(COUNT)));
    match threads(COUNT) {
        Ok(bytes) => println!("{COUNT} threads wait, with {} bytes each", told(bytes)),
        Err(error) => println!("{COUNT} threads are more than this system gives: {error}"),
    }
}
