//! What looks right in *When it does not pay*, and is not.

use interleave::{Mutex, Receiver, Sender};

use super::caught;

mod not_paying1 {
    use super::caught;
    use crate::not_paying::knows_whether_a_second_core_helps;

    #[test]
    fn the_rule_of_thumb() {
        fn helps(tasks: u64, computes: u64, waits: u64) -> bool {
            tasks > 1 && computes > waits
        }
        caught("3 of them, each computes 1 ms and waits 1 ms.", || {
            knows_whether_a_second_core_helps(helps);
        });
    }

    #[test]
    fn more_tasks_more_cores() {
        fn helps(tasks: u64, _computes: u64, _waits: u64) -> bool {
            tasks > 1
        }
        caught("2 of them, each computes 1 ms and waits 1 ms.", || {
            knows_whether_a_second_core_helps(helps);
        });
    }

    #[test]
    fn one_that_is_just_busy_enough() {
        fn helps(tasks: u64, computes: u64, waits: u64) -> bool {
            tasks * computes >= computes + waits
        }
        caught("So a second core has nothing to do. Yours says that it helps.", || {
            knows_whether_a_second_core_helps(helps);
        });
    }

    #[test]
    fn forgets_that_a_round_has_both() {
        fn helps(tasks: u64, computes: u64, waits: u64) -> bool {
            tasks * computes > waits
        }
        caught("1 of them, each computes 1 ms and waits 0 ms.", || {
            knows_whether_a_second_core_helps(helps);
        });
    }

    #[test]
    fn whoever_computes_can_use_a_core() {
        fn helps(_tasks: u64, computes: u64, waits: u64) -> bool {
            computes > waits
        }
        caught("1 of them, each computes 1 ms and waits 0 ms.", || {
            knows_whether_a_second_core_helps(helps);
        });
    }
}

mod not_paying2 {
    use super::{Mutex, caught};
    use crate::not_paying::parses_at_once;

    #[test]
    fn parses_under_the_lock() {
        fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
            let mut longest = longest.lock();
            let found = parse(page);
            if found > *longest {
                *longest = found;
            }
        }
        caught(
            r#"No schedule has this: of the pages ["oil", "salt"], all are being parsed at the same"#,
            || parses_at_once(look_through),
        );
    }

    #[test]
    fn compares_first_and_notes_then() {
        fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
            let found = parse(page);
            if found > *longest.lock() {
                *longest.lock() = found;
            }
        }
        caught("<- from here on it is too late", || parses_at_once(look_through));
        caught("and 4 is noted as the longest", || parses_at_once(look_through));
    }

    #[test]
    fn compares_with_what_was_there_before_parsing() {
        fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
            let known = *longest.lock();
            let found = parse(page);
            if found > known {
                *longest.lock() = found;
            }
        }
        caught("and 4 is noted as the longest", || parses_at_once(look_through));
    }

    #[test]
    fn locks_twice_in_one_statement() {
        fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
            let found = parse(page);
            *longest.lock() = found.max(*longest.lock());
        }
        caught("oil waits to lock longest", || parses_at_once(look_through));
    }

    #[test]
    fn notes_the_last_one() {
        fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
            let found = parse(page);
            *longest.lock() = found;
        }
        caught("and 4 is noted as the longest", || parses_at_once(look_through));
    }
}

mod not_paying3 {
    use super::{Receiver, Sender, caught};
    use crate::not_paying::{ends_when_nobody_wants_any_more, hands_on_early, hands_on_lists};

    #[test]
    fn waits_for_all() {
        fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            let passed = numbers.iter().filter(|number| number % prime != 0);
            let passed: Vec<u32> = passed.collect();
            for list in passed.chunks(grain) {
                if rest.send(list.to_vec()).is_err() {
                    return;
                }
            }
        }
        hands_on_lists(filter);
        caught("there is a list before 9 has been sent", || hands_on_early(filter));
        caught("the filter does not take all numbers", || ends_when_nobody_wants_any_more(filter));
    }

    #[test]
    fn hands_on_each_number() {
        fn filter(prime: u32, _grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            for number in numbers.iter() {
                if number % prime != 0 && rest.send(vec![number]).is_err() {
                    return;
                }
            }
        }
        hands_on_early(filter);
        caught("in lists of 2: [[2, 4]]. Yours hands on [[2], [4]].", || hands_on_lists(filter));
    }

    #[test]
    fn forgets_what_is_left() {
        fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            let mut list = Vec::new();
            for number in numbers.iter().filter(|number| number % prime != 0) {
                list.push(number);
                if list.len() == grain && rest.send(std::mem::take(&mut list)).is_err() {
                    return;
                }
            }
        }
        caught(
            "2 to 2 without the multiples of 3, in lists of 2: [[2]]. Yours hands on [].",
            || {
                hands_on_lists(filter);
            },
        );
    }

    #[test]
    fn ends_with_an_empty_list() {
        fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            let mut list = Vec::new();
            for number in numbers.iter().filter(|number| number % prime != 0) {
                list.push(number);
                if list.len() == grain && rest.send(std::mem::take(&mut list)).is_err() {
                    return;
                }
            }
            let _ = rest.send(list);
        }
        caught(
            "2 to 1 without the multiples of 2, in lists of 1: []. Yours hands on [[]].",
            || hands_on_lists(filter),
        );
    }

    #[test]
    fn counts_what_it_was_sent() {
        fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            loop {
                let sent: Vec<u32> = numbers.iter().take(grain).collect();
                if sent.is_empty() {
                    return;
                }
                let passed: Vec<u32> =
                    sent.into_iter().filter(|number| number % prime != 0).collect();
                if !passed.is_empty() && rest.send(passed).is_err() {
                    return;
                }
            }
        }
        caught("in lists of 2: [[2, 4]]. Yours hands on [[2], [4]].", || hands_on_lists(filter));
    }

    #[test]
    fn goes_on_though_nobody_wants_it() {
        fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            let mut list = Vec::new();
            for number in numbers.iter().filter(|number| number % prime != 0) {
                list.push(number);
                if list.len() == grain {
                    let _ = rest.send(std::mem::take(&mut list));
                }
            }
            if !list.is_empty() {
                let _ = rest.send(list);
            }
        }
        hands_on_lists(filter);
        hands_on_early(filter);
        caught("the filter does not take all numbers", || ends_when_nobody_wants_any_more(filter));
    }

    #[test]
    fn takes_for_granted_that_somebody_wants_it() {
        fn filter(prime: u32, grain: usize, numbers: Receiver<u32>, rest: Sender<Vec<u32>>) {
            let mut list = Vec::new();
            for number in numbers.iter().filter(|number| number % prime != 0) {
                list.push(number);
                if list.len() == grain {
                    rest.send(std::mem::take(&mut list)).expect("somebody wants it");
                }
            }
            if !list.is_empty() {
                rest.send(list).expect("somebody wants it");
            }
        }
        caught("filter panicked: somebody wants it", || ends_when_nobody_wants_any_more(filter));
    }
}
