//! An order every 10 ms, and 30 ms to cook one: what becomes of a hundred of them.
//!
//! Run it: `cargo run -p backpressure`

use backpressure::{Evening, turned_away, unbounded, waiting_for_room};

fn show(title: &str, evening: &Evening) {
    let Evening { served, waiting, longest, end } = evening;
    let (longest, end) = (longest.as_millis(), end.as_millis());
    println!("{title:18} {served:6} {waiting:15} {longest:9} ms {end:9} ms");
}

fn main() {
    println!("                   served   most in queue   longest wait   last meal");
    show("no bound", &unbounded(100));
    show("waiting for room", &waiting_for_room(100, 4));
    show("turned away", &turned_away(100, 4));
}
