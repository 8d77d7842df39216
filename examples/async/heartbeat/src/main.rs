//! A heart beats every 50 ms, and its neighbour on the same thread waits for 300 ms, in three ways.
//!
//! Run it: `cargo run -p heartbeat`

use heartbeat::{gives_way, keeps_the_thread, longest_without_a_beat, sends_another};
use std::time::Duration;

fn show(title: &str, way: impl FnOnce() -> Duration) {
    let recorder = timeline::start(title);
    let longest = way();
    recorder.finish();
    println!("{title:20} longest time without a beat: {:3} ms", longest.as_millis());
}

fn main() {
    show("it gives way", || longest_without_a_beat(gives_way));
    show("it keeps the thread", || longest_without_a_beat(keeps_the_thread));
    show("it sends another", || longest_without_a_beat(sends_another));
}
