//! Wrong solutions of the exercises for *Six puzzles*.

use interleave::{Condvar, Mutex, Semaphore};

use super::caught;

mod puzzles1 {
    use super::{Semaphore, caught};
    use crate::puzzles::all_lay_before_any_eats;

    #[test]
    fn says_it_to_one() {
        fn meet(me: usize, here: &[Semaphore]) {
            here[me].release();
            for (other, is_here) in here.iter().enumerate() {
                if other != me {
                    is_here.acquire();
                }
            }
        }
        caught("Anna waits to acquire Ben is here", || {
            all_lay_before_any_eats(meet);
        });
    }

    #[test]
    fn waits_before_it_speaks() {
        fn meet(me: usize, here: &[Semaphore]) {
            for (other, is_here) in here.iter().enumerate() {
                if other != me {
                    is_here.acquire();
                }
            }
            for _ in 1..here.len() {
                here[me].release();
            }
        }
        caught("Anna waits to acquire Ben is here", || {
            all_lay_before_any_eats(meet);
        });
    }

    #[test]
    fn waits_for_one_neighbour() {
        fn meet(me: usize, here: &[Semaphore]) {
            here[me].release();
            if here.len() > 1 {
                here[(me + 1) % here.len()].acquire();
            }
        }
        caught("nobody eats before all 3 have laid", || all_lay_before_any_eats(meet));
    }

    #[test]
    fn takes_its_own_word_for_it() {
        fn meet(me: usize, here: &[Semaphore]) {
            for _ in 0..here.len() {
                here[me].release();
                here[me].acquire();
            }
        }
        caught("nobody eats before all 2 have laid", || all_lay_before_any_eats(meet));
    }
}

mod puzzles2 {
    use super::{Condvar, Mutex, caught};
    use crate::puzzles::{Table, course_after_course, rung_for_nothing};

    #[test]
    fn looks_at_a_count_that_begins_anew() {
        fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
            let mut table = table.lock();
            table.done += 1;
            if table.done == guests {
                table.done = 0;
                bell.notify_all();
            } else {
                drop(bell.wait_while(table, |table| table.done > 0));
            }
        }
        let everybody_waits = "Every thread that is left waits for another: Anna waits to wake";
        caught(everybody_waits, || course_after_course(wait));
        caught(everybody_waits, || rung_for_nothing(wait));
    }

    #[test]
    fn does_not_begin_anew() {
        fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
            let mut table = table.lock();
            table.done += 1;
            if table.done == guests {
                bell.notify_all();
            } else {
                drop(bell.wait_while(table, |table| table.done < guests));
            }
        }
        caught("2 guests, 2 courses: nobody goes on before all have finished a course", || {
            course_after_course(wait);
        });
    }

    #[test]
    fn trusts_the_bell() {
        fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
            let mut table = table.lock();
            table.done += 1;
            if table.done == guests {
                table.done = 0;
                bell.notify_all();
            } else {
                drop(bell.wait(table));
            }
        }
        course_after_course(wait);
        caught("the bell also rings for nothing: nobody goes on", || rung_for_nothing(wait));
    }

    #[test]
    fn wakes_one() {
        fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
            let mut table = table.lock();
            table.done += 1;
            if table.done == guests {
                table.done = 0;
                table.course += 1;
                bell.notify_one();
            } else {
                let course = table.course;
                drop(bell.wait_while(table, |table| table.course == course));
            }
        }
        caught("waits to wake bell", || course_after_course(wait));
    }

    #[test]
    fn asks_for_the_course_too_late() {
        fn wait(guests: u32, table: &Mutex<Table>, bell: &Condvar) {
            let mut now = table.lock();
            now.done += 1;
            if now.done == guests {
                now.done = 0;
                now.course += 1;
                bell.notify_all();
            } else {
                drop(now);
                let now = table.lock();
                let course = now.course;
                drop(bell.wait_while(now, |table| table.course == course));
            }
        }
        caught("waits to wake bell", || course_after_course(wait));
    }
}

mod puzzles3 {
    use super::{Mutex, Semaphore, caught};
    use crate::puzzles::{a_crew_is_in_together, crews_stay_apart};

    fn come_in(inside: &Mutex<u32>, room: &Semaphore) {
        let mut inside = inside.lock();
        *inside += 1;
        if *inside == 1 {
            room.acquire();
        }
    }

    fn go_out(inside: &Mutex<u32>, room: &Semaphore) {
        let mut inside = inside.lock();
        *inside -= 1;
        if *inside == 0 {
            room.release();
        }
    }

    #[test]
    fn one_at_a_time() {
        fn come_in(_inside: &Mutex<u32>, room: &Semaphore) {
            room.acquire();
        }
        fn go_out(_inside: &Mutex<u32>, room: &Semaphore) {
            room.release();
        }
        crews_stay_apart(come_in, go_out);
        caught(
            "No schedule has this: with cooks: 2 and waiters: 1, two cooks are in together",
            || {
                a_crew_is_in_together(come_in, go_out);
            },
        );
    }

    #[test]
    fn waits_politely() {
        fn come_in(inside: &Mutex<u32>, room: &Semaphore) {
            let mut inside = inside.lock();
            *inside += 1;
            let first = *inside == 1;
            inside.unlock();
            if first {
                room.acquire();
            }
        }
        caught("with cooks: 2 and waiters: 1, no cook meets a waiter", || {
            crews_stay_apart(come_in, go_out);
        });
    }

    #[test]
    fn each_gives_the_room_back() {
        fn go_out(inside: &Mutex<u32>, room: &Semaphore) {
            *inside.lock() -= 1;
            room.release();
        }
        caught("with cooks: 2 and waiters: 1, no cook meets a waiter", || {
            crews_stay_apart(come_in, go_out);
        });
    }

    #[test]
    fn who_came_first_never_gives_it_back() {
        fn go_out(inside: &Mutex<u32>, _room: &Semaphore) {
            *inside.lock() -= 1;
        }
        caught("waits to acquire room", || {
            crews_stay_apart(come_in, go_out);
        });
    }

    #[test]
    fn counts_and_still_takes_a_permit_each() {
        fn come_in(inside: &Mutex<u32>, room: &Semaphore) {
            *inside.lock() += 1;
            room.acquire();
        }
        caught("waits to acquire room", || {
            crews_stay_apart(come_in, go_out);
        });
    }

    #[test]
    fn looks_again_after_it_gave_the_lock_back() {
        fn come_in(inside: &Mutex<u32>, room: &Semaphore) {
            *inside.lock() += 1;
            if *inside.lock() == 1 {
                room.acquire();
            }
        }
        caught("cook Anna waits to acquire room", || crews_stay_apart(come_in, go_out));
    }
}
