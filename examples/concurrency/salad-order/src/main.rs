//! A salad's tasks and what each waits for: how many orders are right, and how soon can it be done?
//!
//! Run it: `cargo run -p salad-order`

use timeline::Model;

/// A task, its minutes, and the tasks that must be finished before it.
const SALAD: [(&str, u64, &[&str]); 5] = [
    ("chop onions", 4, &[]),
    ("slice cucumbers", 4, &[]),
    ("wash lettuce", 2, &[]),
    ("mix dressing", 3, &["chop onions"]),
    ("toss", 1, &["chop onions", "slice cucumbers", "wash lettuce", "mix dressing"]),
];

/// In how many orders the tasks that are not `done` yet can be done one by one.
fn orders(done: &mut Vec<&'static str>) -> u64 {
    let mut count = u64::from(done.len() == SALAD.len());
    for (task, _, needs) in SALAD {
        if !done.contains(&task) && needs.iter().all(|need| done.contains(need)) {
            done.push(task);
            count += orders(done);
            done.pop();
        }
    }
    count
}

fn main() {
    println!("orders of five tasks: {}", (1..=5).product::<u64>());
    println!("orders that are right: {}", orders(&mut Vec::new()));

    // With a cook for every task, each begins when the last task it needs is finished.
    let mut kitchen = Model::new("a cook for every task", "min");
    let mut finished = std::collections::HashMap::new();
    for (cook, (task, minutes, needs)) in SALAD.into_iter().enumerate() {
        let start = needs.iter().map(|need| finished[need]).max().unwrap_or(0);
        kitchen.work(&format!("cook {}", cook + 1), task, start..start + minutes);
        for need in needs {
            kitchen.after(task, need);
        }
        finished.insert(task, start + minutes);
    }
    println!("with a cook for every task: {} minutes", kitchen.finish().makespan());
}
