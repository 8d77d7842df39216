//! Two threads print five lines each, and `main` waits for both: the scope ends when they have.
//!
//! Run it: `cargo run -p all-wait`

use std::thread;
use std::time::Duration;
use tracing::info_span;

fn task(name: &str) {
    let _task = info_span!("print", name).entered();
    for i in 0..5 {
        println!("{name} : {i}");
        thread::sleep(Duration::from_millis(500));
    }
}

// ANCHOR: main
fn main() {
    let _run = timeline::start("main waits");
    thread::scope(|scope| {
        for name in ["Task 1", "Task 2"] {
            scope.spawn(move || task(name));
        }
    });
}
// ANCHOR_END: main
