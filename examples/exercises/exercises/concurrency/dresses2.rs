// Neither too early nor too late
//
// It belongs to the section "Waiting for the end" of the chapter "One job, many dresses".
//
// A program starts two tasks, and ends. When it ends, whatever has not finished is lost. This one naps,
// to give the tasks time; but nobody knows how long they take. It is to end when both have finished,
// and not later. Both are in progress at once. (The test has a clock that is computed, as `nap-length`
// has.)

use exercises::dresses::Job;
use std::time::Duration;
use tokio::time::sleep;

/// Starts both tasks, and ends when both have finished.
async fn program(first: Job, second: Job) {
    tokio::spawn(first);
    tokio::spawn(second);
    // TODO: For some tasks this is too short, for others too long.
    sleep(Duration::from_secs(3)).await;
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
