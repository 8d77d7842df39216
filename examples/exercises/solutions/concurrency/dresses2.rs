// Neither too early nor too late
//
// What `spawn` gives is there to be waited for. Both tasks are started before the first is waited for,
// so they are in progress together; in which order the program waits for them does not matter, since it
// needs both. `expect` passes on a panic, which would otherwise be lost with the task.
//
// `tokio::join!(first, second)` waits for both, too. It needs no `spawn`, and makes one task of them
// that no second thread can help with.

use exercises::dresses::Job;
use std::time::Duration;
use tokio::time::sleep;

/// Starts both tasks, and ends when both have finished.
async fn program(first: Job, second: Job) {
    for task in [tokio::spawn(first), tokio::spawn(second)] {
        task.await.expect("no task panics");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let task = async |name| {
        sleep(Duration::from_millis(50)).await;
        println!("{name} has finished");
    };
    program(Box::pin(task("first")), Box::pin(task("second"))).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::dresses;

    #[test]
    fn the_program_ends_when_both_have_finished() {
        dresses::ends_when_both_have(program);
    }
}
