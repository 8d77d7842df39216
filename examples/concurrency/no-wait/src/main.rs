//! Two threads print five lines each. `main` does not wait for them: it naps, and ends.
//!
//! Run it: `cargo run -p no-wait`, or with another nap: `cargo run -p no-wait -- --nap 1200ms`

use std::time::Duration;
use std::{env, thread};
use tracing::info_span;

fn task(name: &str) {
    let _task = info_span!("print", name).entered();
    for i in 0..5 {
        println!("{name} : {i}");
        thread::sleep(Duration::from_millis(500));
    }
}

/// What stands after `--nap`; else three seconds, as in the notes.
fn nap() -> Duration {
    let nap = env::args().skip_while(|word| word != "--nap").nth(1).unwrap_or("3000ms".into());
    let ms = nap.strip_suffix("ms").and_then(|ms| ms.parse().ok());
    Duration::from_millis(ms.expect("a nap is written like `1200ms`"))
}

fn main() {
    let _run = timeline::start("main naps");
    for name in ["Task 1", "Task 2"] {
        thread::spawn(move || task(name));
    }

    // Give the threads time to finish.
    thread::sleep(nap());
}
