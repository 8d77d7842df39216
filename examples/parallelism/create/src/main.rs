//! Starts a task, a thread and a process that do nothing, and waits for each.
//!
//! Run it: `cargo run -p create`

use create::{process, task, thread};
use std::{env, io};

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    if env::args().nth(1).is_some_and(|what| what == "nothing") {
        return Ok(()); // This process is the one that was started.
    }
    task().await;
    println!("a task began and ended");
    thread();
    println!("a thread began and ended");
    assert!(process(&env::current_exe()?)?);
    println!("a process began and ended");
    Ok(())
}
