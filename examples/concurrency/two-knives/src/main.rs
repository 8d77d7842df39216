//! The same two vegetables, and more knives.
//!
//! Run it: `cargo run -p two-knives`

use timeline::Model;

/// Prepares both vegetables, each with whichever knife is free first.
fn prepare(title: &str, knives: usize) -> Model {
    let mut kitchen = Model::new(title, "min");
    let mut free_at = vec![0; knives];
    for (vegetable, minutes) in [("onions", 4), ("cucumbers", 4)] {
        let knife = (0..knives).min_by_key(|&knife| free_at[knife]).unwrap(); // There is a knife.
        let start = free_at[knife];
        kitchen.work(&format!("knife {}", knife + 1), vegetable, start..start + minutes);
        free_at[knife] = start + minutes;
    }
    kitchen
}

fn main() {
    let kitchens = [prepare("one knife", 1), prepare("two knives", 2), prepare("three knives", 3)];
    println!("               all cut   most in progress   most executing");
    for run in kitchens.map(Model::finish) {
        let (title, cut) = (&run.title, run.makespan());
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        println!("{title:12} {cut:5} min {in_progress:18} {executing:16}");
    }
}
