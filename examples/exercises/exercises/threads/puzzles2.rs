// Course after course, with a bell
//
// It belongs to the section "A barrier that can be used again" of the chapter "Six puzzles".
//
// The same barrier with a lock and a condition variable instead of semaphores. A guest who has finished
// a course calls `wait`. It comes back when all have finished this course, and not before. Then they eat
// the next one and call it again.
//
// `table.done` is how many have finished this course. `table.course` is yours to use: it begins with 0,
// and nobody else looks at it. Anybody may ring the bell, also for nothing, and one test does.

use exercises::puzzles::Table;
use interleave::{Condvar, Mutex};

/// Waits until all guests have finished the course.
fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
    let mut table = table.lock();
    table.done += 1;
    if table.done == guests {
        table.done = 0;
        bell.notify_all();
    } else {
        // TODO: What may `done` be again when a slow guest gets round to looking?
        drop(bell.wait_while(table, |table| table.done > 0));
    }
}

fn main() {
    let (table, bell) = (Mutex::new("table", Table::default()), Condvar::new("bell"));
    wait(1, &table, &bell);
    println!("Who is alone goes on: {:?}", *table.lock());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::puzzles;

    #[test]
    fn a_course_begins_when_all_have_finished_the_last() {
        puzzles::course_after_course(wait);
    }

    #[test]
    fn a_bell_that_rings_for_nothing_changes_nothing() {
        puzzles::rung_for_nothing(wait);
    }
}
