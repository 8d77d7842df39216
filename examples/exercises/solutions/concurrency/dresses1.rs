// Questions to somebody far away
//
// This wait leaves word when it wants to be called again, and gives the thread back until then. All of
// them take as long as the longest, on one thread.
//
// It needs a runtime with a clock. A wait that cannot be written anew, in a library for instance, can be
// given to a thread of its own by `tokio::task::spawn_blocking`, and the task awaits that. Then each
// wait costs a thread again.

use exercises::dresses::Diary;
use std::time::Duration;
use tokio::time::sleep;

/// Asks, waits for the answer for so long, and has it.
async fn ask(name: &'static str, wait: Duration, diary: Diary) {
    diary.note(format!("{name} asks"));
    sleep(wait).await;
    diary.note(format!("{name} has the answer"));
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (a_while, diary) = (Duration::from_millis(50), Diary::default());
    tokio::join!(ask("Anna", a_while, diary.clone()), ask("Ben", a_while, diary.clone()));
    println!("{}", diary.lines().join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::dresses;

    #[test]
    fn while_one_waits_the_others_ask() {
        dresses::while_one_waits_the_others_ask(ask);
    }
}
