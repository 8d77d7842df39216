//! One knife, two vegetables: the onions first, then the cucumbers.
//!
//! Run it: `cargo run -p one-knife`

use timeline::Model;

fn main() {
    let mut kitchen = Model::new("one knife", "min");
    let mut minute = 0;
    for (verb, vegetable, minutes) in [("chop", "onions", 4), ("slice", "cucumbers", 4)] {
        kitchen.work("knife", vegetable, minute..minute + minutes);
        for _ in 0..minutes {
            minute += 1;
            println!("minute {minute}: {verb} {vegetable}");
        }
    }

    let run = kitchen.finish();
    println!("done after {} minutes, {} switch", run.makespan(), run.switches());
}
