//! Two threads that compute, and two that mostly wait, without a global lock and with one.
//!
//! Run it: `cargo run -p model-gil`

use model_gil::{Gil, bytecode};
use std::sync::atomic::AtomicU32;
use std::thread;
use std::time::Duration;
use tracing::info_span;

// ANCHOR: interpret
/// Interprets a program of bytecodes; if it `waits`, it sleeps now and then. How often another
/// thread was in the middle of a bytecode when this one began one.
fn interpret(name: &str, gil: Option<&Gil>, within: &AtomicU32, waits: bool) -> usize {
    let _task = info_span!("program", name).entered();
    gil.inspect(|gil| gil.take());
    let met = |number: &u32| {
        gil.inspect(|gil| gil.hand_over_if_asked());
        if waits && number.is_multiple_of(200) {
            gil.inspect(|gil| gil.release());
            thread::sleep(Duration::from_millis(20));
            gil.inspect(|gil| gil.take());
        }
        bytecode(within)
    };
    let met = (0..2_000).filter(met).count();
    gil.inspect(|gil| gil.release());
    met
}
// ANCHOR_END: interpret

fn main() {
    let lock = Gil::default();
    let (mut without, mut with) = (0, 0);
    println!("                           wall   in progress   executing      P");
    for (title, gil, waits) in [
        ("compute, no lock", None, false),
        ("compute, one lock", Some(&lock), false),
        ("wait, no lock", None, true),
        ("wait, one lock", Some(&lock), true),
    ] {
        let within = &AtomicU32::new(0);
        let run = timeline::start(title);
        let met: usize = thread::scope(|scope| {
            let start = |name| scope.spawn(move || interpret(name, gil, within, waits));
            ["A", "B"].map(start).map(|thread| thread.join().unwrap()).iter().sum() // None panics.
        });
        let run = run.finish();
        *if gil.is_some() { &mut with } else { &mut without } += met;
        let (wall, p) = (run.makespan() as f64 / 1e9, run.mean_executing());
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        println!("{title:20} {wall:8.2} s {in_progress:13} {executing:11} {p:6.2}");
    }
    println!("no lock: {without} bytecodes began in the middle of another");
    println!("one lock: {with} bytecodes began in the middle of another");
}
