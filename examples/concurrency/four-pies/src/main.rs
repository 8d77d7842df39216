//! Four pies, each two minutes of work and six in the oven. What helps more: a second cook, or a
//! cook who does not stand and watch the oven?
//!
//! Run it: `cargo run -p four-pies`

use timeline::Model;

const WORK: u64 = 2;
const OVEN: u64 = 6;
const PIES: [&str; 4] = ["apple", "cherry", "plum", "quince"];

/// Bakes the pies, dealt out to `cooks` in turn. A cook who watches the oven takes the next pie
/// when the last one is out; one who does not takes it as soon as the last one is in.
fn bake(title: &str, cooks: usize, watch: bool) -> Model {
    let mut kitchen = Model::new(title, "min");
    let mut free_at = vec![0; cooks];
    for (pie, cook) in PIES.into_iter().zip((0..cooks).cycle()) {
        let start = free_at[cook];
        let in_oven = start + WORK;
        let out = in_oven + OVEN;
        kitchen.work(&format!("cook {}", cook + 1), pie, start..in_oven);
        kitchen.finished(pie, out);
        free_at[cook] = if watch { out } else { in_oven };
    }
    kitchen
}

fn main() {
    let kitchens = [
        bake("one cook, watching the oven", 1, true),
        bake("two cooks, watching the oven", 2, true),
        bake("one cook, not watching", 1, false),
        bake("two cooks, not watching", 2, false),
    ];
    println!("                             all pies   a pie, on average   cooks at work");
    for run in kitchens.map(Model::finish) {
        let served: u64 = run.tasks.iter().filter_map(|pie| pie.end).sum();
        let average = served / PIES.len() as u64;
        let busy = 100.0 * run.mean_executing() / run.workers.len() as f64;
        println!("{:28} {:4} min {average:15} min {busy:13.0} %", run.title, run.makespan());
    }
}
