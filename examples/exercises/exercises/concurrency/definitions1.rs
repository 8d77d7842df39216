// As many in progress as there are
//
// It belongs to the section "In progress, and executing" of the chapter "Definitions you can measure".
//
// Each task gets a thread of its own, as in `side_by_side` of the chapter. All tasks are to be in
// progress at once, however many there are. The test gives you tasks that can end only together: each
// waits until all have begun. (After a while they give up, so that the test ends.)

use std::thread;

/// Does the tasks, all of them at once, and waits for their end.
fn side_by_side(tasks: &[&str], work: &(dyn Fn(&str) + Sync)) {
    thread::scope(|scope| {
        for task in tasks {
            let thread = scope.spawn(move || work(task));
            // TODO: When is the next task begun?
            thread.join().expect("no task panics");
        }
    });
}

fn main() {
    side_by_side(&["a", "b"], &|task| println!("{task} is in progress"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::definitions;

    #[test]
    fn all_tasks_are_in_progress_at_once() {
        definitions::all_are_in_progress(side_by_side);
    }
}
