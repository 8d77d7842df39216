//! One cook, three dishes, one oven: while a dish bakes, the cook's hands are free.
//!
//! Run it: `cargo run -p oven`

use timeline::Model;

const PREPARE: u64 = 1;
const BAKE: u64 = 8;
const SERVE: u64 = 1;

fn main() {
    let mut kitchen = Model::new("one cook, one oven", "min");
    let mut ready = Vec::new();
    let mut now = 0;
    for dish in ["bread", "pie", "gratin"] {
        kitchen.work("cook", dish, now..now + PREPARE);
        now += PREPARE;
        ready.push((dish, now + BAKE));
    }
    // In the order in which the oven is done with them.
    for (dish, baked) in ready {
        now = now.max(baked);
        kitchen.work("cook", dish, now..now + SERVE);
        now += SERVE;
        println!("{dish} served at minute {now}");
    }

    let run = kitchen.run();
    println!("in progress at once: {}", run.max_in_progress());
    println!("worked on at once:   {}", run.max_executing());
    println!("the cook worked {:.0} % of the time", 100.0 * run.mean_executing());
    kitchen.finish();
}
