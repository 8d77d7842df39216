// Course after course, with a bell
//
// Who waits remembers which course it was, and waits until that is over. The number of the course never
// comes back, so it does not matter how late somebody looks. `done` does come back: a quick guest eats
// the next course, makes it 1 again, and the slow one takes that for the old course. Std's `Barrier`
// counts its rounds in the same way.
//
// The loop in `wait_while` is needed although each is woken by the last to come: a bell may ring for
// nothing. The price is one more number, and that all wake at once and queue for the lock.
//
// Another way is the chapter's: two gates, of which the second keeps the quick from coming back before
// all have left the first.

use exercises::puzzles::Table;
use interleave::{Condvar, Mutex};

/// Waits until all guests have finished the course.
fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
    let mut table = table.lock();
    table.done += 1;
    if table.done == guests {
        table.done = 0;
        table.course += 1;
        bell.notify_all();
    } else {
        let course = table.course;
        drop(bell.wait_while(table, |table| table.course == course));
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
