//! A mouse and a keyboard are served by their drivers, on one core and on two. The events come
//! equally often each time; handling one takes 1 ms or 40.
//!
//! Run it: `cargo run -p rare-events`

use std::collections::HashMap;
use timeline::Model;

/// When events arrive, in ms, and from where.
fn events() -> Vec<(u64, &'static str)> {
    let mouse = (1..=9).map(|event| (40 * event, "mouse"));
    let keyboard = (1..=3).map(|event| (100 * event, "keyboard"));
    let mut events: Vec<_> = mouse.chain(keyboard).collect();
    events.sort();
    events
}

/// Handles the events in the order of their arrival, each as soon as its driver and a core are
/// free, in `work` ms. Also says how long an event had to wait at most.
fn serve(cores: usize, work: u64) -> (Model, u64) {
    let mut machine = Model::new(&format!("{work} ms an event, cores: {cores}"), "ms");
    let mut core_free = vec![0; cores];
    let mut driver_free = HashMap::from([("mouse", 0), ("keyboard", 0)]);
    let mut longest_wait = 0;
    for (arrival, driver) in events() {
        let core = (0..cores).min_by_key(|&core| core_free[core]).unwrap(); // There is a core.
        let start = arrival.max(core_free[core]).max(driver_free[driver]);
        let end = start + work;
        machine.work(&format!("core {}", core + 1), driver, start..end);
        core_free[core] = end;
        driver_free.insert(driver, end);
        longest_wait = longest_wait.max(start - arrival);
    }
    // A driver is in progress all the time, mostly waiting.
    let end = core_free.into_iter().max().unwrap_or(0);
    for driver in ["mouse", "keyboard"] {
        machine.started(driver, 0).finished(driver, end);
    }
    (machine, longest_wait)
}

fn main() {
    println!("an event takes   cores   all handled after   longest wait       P");
    for (work, cores) in [(1, 1), (1, 2), (40, 1), (40, 2)] {
        let (machine, longest_wait) = serve(cores, work);
        let run = machine.finish();
        let (end, p) = (run.makespan(), run.mean_executing());
        println!("{work:11} ms {cores:7} {end:16} ms {longest_wait:11} ms {p:7.3}");
    }
}
