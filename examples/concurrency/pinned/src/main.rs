//! Two threads that compute, free and on one core, and two that nap: who ends their turns?
//!
//! Run it: `cargo run -p pinned`

use pinned::{compute, nap, two};

fn main() {
    let ways: [(&str, fn(), bool); 3] = [
        ("computing, any core", compute, false),
        ("computing, one core", compute, true),
        ("napping, one core", nap, true),
    ];
    let runs = ways.map(|(title, task, one_core)| {
        let recorder = timeline::start(title);
        let switches = two(task, one_core);
        (recorder.finish(), switches)
    });

    println!("                      executing   gave up its core   was stopped");
    for (run, switches) in &runs {
        let (gave_up, was_stopped) = match switches {
            Some(switches) => (switches.gave_up.to_string(), switches.was_stopped.to_string()),
            None => ("unknown".to_owned(), "unknown".to_owned()),
        };
        let (title, executing) = (&run.title, run.max_executing());
        println!("{title:21} {executing:10} {gave_up:>18} {was_stopped:>13}");
    }
    match runs[1].0.max_executing() {
        1 => println!("on one core, never more than 1 executing"),
        more => eprintln!("{more} executed at once, so they were not held on one core"),
    }
}
