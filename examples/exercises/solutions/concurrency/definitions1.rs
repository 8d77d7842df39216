// As many in progress as there are
//
// Nothing waits between one `spawn` and the next. A scope ends when all its threads have ended, so
// nothing is lost if nobody joins them one by one.
//
// Who needs the results starts all threads first, keeps what `spawn` returns in a `Vec`, and joins
// them in a second loop. It takes the `collect`: an iterator is lazy, and `map(spawn)` followed by
// `map(join)` would again start a thread, wait for it, and start the next.

use std::thread;

/// Does the tasks, all of them at once, and waits for their end.
fn side_by_side(tasks: &[&str], work: &(dyn Fn(&str) + Sync)) {
    thread::scope(|scope| {
        for task in tasks {
            scope.spawn(move || work(task));
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
