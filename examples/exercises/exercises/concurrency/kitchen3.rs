// A salad for a few cooks
//
// It belongs to the section "Two knives" of the chapter "The kitchen".
//
// The chapter had a cook for every task of its salad. Now there are as many as there are. A task is
// done by one cook in one go, and begins when all that it needs is finished. And no cook stands idle
// while there is a task that could be begun; which one is taken first is up to you.
//
// A task may stand in the list before what it needs. The cooks are called `cook 1`, `cook 2`, and so on.

use exercises::kitchen::Task;
use timeline::Model;

/// Makes a salad of tasks: a name, the minutes, and what must be finished before it.
fn salad(tasks: &[Task<'_>], cooks: usize) -> Model {
    let mut kitchen = Model::new("salad", "min");
    let mut free_at = vec![0; cooks];
    // TODO: The tasks are dealt out in turn, and nobody looks at what they need.
    for (&(task, minutes, _needs), cook) in tasks.iter().zip((0..cooks).cycle()) {
        let start = free_at[cook];
        kitchen.work(&format!("cook {}", cook + 1), task, start..start + minutes);
        free_at[cook] = start + minutes;
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
