//! Three dishes and an oven: while a dish bakes, nobody's hands are needed.
//!
//! Run it: `cargo run -p oven`

use timeline::Model;

const PREPARE: u64 = 1;
const BAKE: u64 = 8;
const SERVE: u64 = 1;

/// Cooks all three dishes; each is prepared and served by whichever cook is free first.
fn serve(title: &str, cooks: usize) -> Model {
    let mut kitchen = Model::new(title, "min");
    let mut free_at = vec![0; cooks];
    let mut work = |dish, from: u64, minutes: u64| {
        let cook = (0..cooks).min_by_key(|&cook| free_at[cook]).unwrap(); // There is a cook.
        let start = from.max(free_at[cook]);
        free_at[cook] = start + minutes;
        kitchen.work(&format!("cook {}", cook + 1), dish, start..start + minutes);
        start + minutes
    };
    let in_oven = ["bread", "pie", "gratin"].map(|dish| (dish, work(dish, 0, PREPARE)));
    for (dish, since) in in_oven {
        work(dish, since + BAKE, SERVE);
    }
    kitchen
}

fn main() {
    let kitchens = [serve("one cook", 1), serve("two cooks", 2), serve("three cooks", 3)];
    println!("              last dish   most in progress   most at work   a cook works");
    for run in kitchens.map(Model::finish) {
        let (title, last) = (&run.title, run.makespan());
        let (in_progress, at_work) = (run.max_in_progress(), run.max_executing());
        let busy = 100.0 * run.mean_executing() / run.workers.len() as f64;
        println!("{title:12} {last:6} min {in_progress:18} {at_work:14} {busy:12.0} %");
    }
}
