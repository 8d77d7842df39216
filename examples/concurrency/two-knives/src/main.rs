//! Two knives: onions and cucumbers in the same minute.
//!
//! Run it: `cargo run -p two-knives`

use timeline::Model;

fn main() {
    let mut kitchen = Model::new("two knives", "min");
    kitchen.work("knife 1", "onions", 0..4);
    kitchen.work("knife 2", "cucumbers", 0..4);

    let run = kitchen.run();
    for minute in 1..=run.makespan() {
        println!("minute {minute}: chop onions, slice cucumbers");
    }
    println!("done after {} minutes, {} at once", run.makespan(), run.max_executing());
    kitchen.finish();
}
