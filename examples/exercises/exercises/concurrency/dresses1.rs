// Questions to somebody far away
//
// It belongs to the section "A wait that gives way" of the chapter "One job, many dresses".
//
// Several async tasks ask somebody far away, all on one thread. While one waits for its answer, the
// others should ask. They do not. (The test has a clock that is computed, as `nap-length` has.)

use exercises::dresses::Diary;
use std::thread;
use std::time::Duration;

/// Asks, waits for the answer for so long, and has it.
async fn ask(name: &'static str, wait: Duration, diary: Diary) {
    diary.note(format!("{name} asks"));
    // TODO: Who can go on meanwhile?
    thread::sleep(wait);
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
