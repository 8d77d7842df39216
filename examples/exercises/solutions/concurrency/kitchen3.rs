// A salad for a few cooks
//
// Again and again: of the tasks whose needs have an end already, take the one that can begin first, and
// give it to the cook who is free first. A task that is chosen later never begins sooner, since what it
// waits for had been chosen before. So no task is passed by while somebody is idle.
//
// It is not always the fastest way. With a choice between two tasks that can begin, it may be better
// to take the one on the longer path. But it is never bad: at each minute either all cooks work, or the
// longest path that is left becomes shorter.

use exercises::kitchen::Task;
use std::collections::HashMap;
use timeline::Model;

/// Makes a salad of tasks: a name, the minutes, and what must be finished before it.
fn salad(tasks: &[Task<'_>], cooks: usize) -> Model {
    let mut kitchen = Model::new("salad", "min");
    let mut free_at = vec![0; cooks];
    let mut finished = HashMap::new();
    while finished.len() < tasks.len() {
        let left = tasks.iter().filter(|(task, ..)| !finished.contains_key(task));
        let ready = left.filter_map(|&(task, minutes, needs)| {
            let ends: Option<Vec<u64>> =
                needs.iter().map(|need| finished.get(need).copied()).collect();
            Some((ends?.into_iter().max().unwrap_or(0), task, minutes))
        });
        let (ready, task, minutes) = ready.min().expect("the needs form no circle");
        let cook = (0..cooks).min_by_key(|&cook| free_at[cook]).expect("there is a cook");
        let start = ready.max(free_at[cook]);
        kitchen.work(&format!("cook {}", cook + 1), task, start..start + minutes);
        free_at[cook] = start + minutes;
        finished.insert(task, start + minutes);
    }
    kitchen
}

fn main() {
    let tasks: [Task<'_>; 5] = [
        ("onions", 4, &[]),
        ("cucumbers", 4, &[]),
        ("lettuce", 2, &[]),
        ("dressing", 3, &["onions"]),
        ("toss", 1, &["onions", "cucumbers", "lettuce", "dressing"]),
    ];
    let run = salad(&tasks, 2).finish();
    println!("done after {} minutes", run.makespan());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::kitchen;

    #[test]
    fn tasks_wait_for_what_they_need_and_for_nothing_else() {
        kitchen::nobody_is_idle_without_need(salad);
    }
}
