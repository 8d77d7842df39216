//! What looks right in *The GIL today*, and is not.

use interleave::{Mutex, Receiver, until};

use super::caught;

mod gil1 {
    use super::{Mutex, caught};
    use crate::gil::{Interpreter, loses_nothing};

    #[test]
    fn gives_the_lock_back_at_once() {
        fn statement(python: &Interpreter, lock: &Mutex<()>) {
            let _ = lock.lock();
            let number = python.load_number();
            let number = python.call_one_more(number);
            python.store_number(number);
        }
        caught("2 threads have each added one, so the number is 2", || loses_nothing(statement));
        caught("<- from here on it is too late", || loses_nothing(statement));
    }

    #[test]
    fn relies_on_the_global_lock() {
        fn statement(python: &Interpreter, _lock: &Mutex<()>) {
            python.store_number(python.call_one_more(python.load_number()));
        }
        caught("2 threads have each added one, so the number is 2", || loses_nothing(statement));
    }

    #[test]
    fn locks_only_to_store() {
        fn statement(python: &Interpreter, lock: &Mutex<()>) {
            let number = python.call_one_more(python.load_number());
            let _held = lock.lock();
            python.store_number(number);
        }
        caught("2 threads have each added one, so the number is 2", || loses_nothing(statement));
    }

    #[test]
    fn locks_each_bytecode() {
        fn statement(python: &Interpreter, lock: &Mutex<()>) {
            let held = lock.lock();
            let number = python.load_number();
            drop(held);
            let number = python.call_one_more(number);
            let held = lock.lock();
            python.store_number(number);
            drop(held);
        }
        caught("2 threads have each added one, so the number is 2", || loses_nothing(statement));
    }

    #[test]
    fn locks_once_more() {
        fn statement(python: &Interpreter, lock: &Mutex<()>) {
            let _load = lock.lock();
            let number = python.call_one_more(python.load_number());
            let _store = lock.lock();
            python.store_number(number);
        }
        caught("Anna waits to lock lock", || loses_nothing(statement));
    }
}

mod gil2 {
    use super::{Mutex, Receiver, caught};
    use crate::gil::waits_without_the_lock;

    #[test]
    fn waits_with_the_lock() {
        fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
            let mut gil = objects.lock();
            gil.push("asks");
            let answer = answers.recv().expect("somebody answers");
            gil.push(answer);
        }
        caught("Ben waits to lock objects", || waits_without_the_lock(ask));
    }

    #[test]
    fn lets_go_after_the_wait() {
        fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
            let mut gil = objects.lock();
            gil.push("asks");
            let answer = answers.recv().expect("somebody answers");
            drop(gil);
            objects.lock().push(answer);
        }
        caught("Every thread that is left waits for another", || waits_without_the_lock(ask));
    }

    #[test]
    fn waits_before_it_asks() {
        fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
            let answer = answers.recv().expect("somebody answers");
            objects.lock().extend(["asks", answer]);
        }
        caught("No schedule has this: Ben notes something while Anna waits", || {
            waits_without_the_lock(ask);
        });
    }

    #[test]
    fn writes_back_what_it_knew_before() {
        fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
            let mut known = objects.lock().clone();
            known.push("asks");
            *objects.lock() = known.clone();
            known.push(answers.recv().expect("somebody answers"));
            *objects.lock() = known;
        }
        caught("`asks`, `answers` and `salt` have been noted", || waits_without_the_lock(ask));
    }

    #[test]
    fn takes_the_lock_before_the_answer_is_there() {
        fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
            objects.lock().push("asks");
            objects.lock().push(answers.recv().expect("somebody answers"));
        }
        caught("Ben waits to lock objects", || waits_without_the_lock(ask));
    }
}

mod gil3 {
    use super::{caught, until};
    use crate::gil::{Gil, goes_on_alone, hands_over};

    #[test]
    fn takes_it_back() {
        fn hand_over_if_asked(gil: &Gil) {
            if gil.asked.load().get() {
                gil.release();
                gil.take();
            }
        }
        goes_on_alone(hand_over_if_asked);
        caught("once Ben has asked, Anna executes at most one before it is his turn", || {
            hands_over(hand_over_if_asked);
        });
    }

    #[test]
    fn never_hands_over() {
        fn hand_over_if_asked(_gil: &Gil) {}
        goes_on_alone(hand_over_if_asked);
        caught("once Ben has asked, Anna executes at most one before it is his turn", || {
            hands_over(hand_over_if_asked);
        });
    }

    #[test]
    fn sleeps_a_little() {
        fn hand_over_if_asked(gil: &Gil) {
            if gil.asked.load().get() {
                gil.release();
                std::thread::sleep(std::time::Duration::from_millis(1));
                gil.take();
            }
        }
        caught("once Ben has asked, Anna executes at most one before it is his turn", || {
            hands_over(hand_over_if_asked);
        });
    }

    #[test]
    fn waits_without_letting_go() {
        fn hand_over_if_asked(gil: &Gil) {
            if gil.asked.load().get() {
                until(|| (!gil.asked.load().get()).then_some(()));
            }
        }
        caught("It need not end: Anna and Ben can go round for ever", || {
            hands_over(hand_over_if_asked);
        });
    }

    #[test]
    fn goes_on_without_the_lock() {
        fn hand_over_if_asked(gil: &Gil) {
            if gil.asked.load().get() {
                gil.release();
                until(|| (!gil.asked.load().get()).then_some(()));
            }
        }
        caught("no bytecode begins while another is executed", || hands_over(hand_over_if_asked));
    }

    #[test]
    fn always_hands_over() {
        fn hand_over_if_asked(gil: &Gil) {
            gil.release();
            until(|| gil.held.load().get().then_some(()));
            gil.take();
        }
        caught("It need not end: Anna can go round for ever", || goes_on_alone(hand_over_if_asked));
    }

    #[test]
    fn waits_until_somebody_has_it() {
        fn hand_over_if_asked(gil: &Gil) {
            if gil.asked.load().get() {
                gil.release();
                until(|| gil.held.load().get().then_some(()));
                gil.take();
            }
        }
        goes_on_alone(hand_over_if_asked);
        caught("It need not end: Anna can go round for ever", || hands_over(hand_over_if_asked));
    }
}
