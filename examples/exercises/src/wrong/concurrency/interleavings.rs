//! What looks right in *Interleavings*, and is not.

use interleave::{Mutex, Shared, say, until};

use super::caught;

mod interleavings1 {
    use super::caught;
    use crate::interleavings::counts_every_order;

    #[test]
    fn steps_in_any_order_at_all() {
        fn orders(steps: &[u64]) -> u128 {
            (1..=u128::from(steps.iter().sum::<u64>())).product()
        }
        caught("[2] steps: yours says 2 orders. There are 1: aa.", || counts_every_order(orders));
    }

    #[test]
    fn only_whole_turns() {
        fn orders(steps: &[u64]) -> u128 {
            let cooks = steps.iter().filter(|steps| **steps > 0).count();
            (1..=cooks as u128).product()
        }
        caught("[1, 2] steps: yours says 2 orders. There are 3: abb bab bba.", || {
            counts_every_order(orders);
        });
    }

    #[test]
    fn each_pair_of_cooks_by_itself() {
        fn orders(steps: &[u64]) -> u128 {
            let two = |a: u64, b: u64| (1..=b).fold(1, |orders, step| orders * (a + step) / step);
            let pairs = steps.iter().enumerate();
            let pairs = pairs.flat_map(|(at, a)| steps[at + 1..].iter().map(|b| two(*a, *b)));
            pairs.map(u128::from).product()
        }
        caught("[1, 1, 1] steps: yours says 8 orders. There are 6:", || counts_every_order(orders));
    }
}

mod interleavings2 {
    use super::{Shared, caught, until};
    use crate::interleavings::nobody_takes_what_is_not_there;

    #[test]
    fn looks_and_then_takes() {
        fn take(stock: &Shared<u32>) -> bool {
            let onions = stock.load();
            if onions == 0 {
                return false;
            }
            stock.store(onions - 1);
            true
        }
        caught("from a stock of 1, 2 cooks together get 1", || {
            nobody_takes_what_is_not_there(take);
        });
    }

    #[test]
    fn looks_and_then_takes_in_one_step() {
        fn take(stock: &Shared<u32>) -> bool {
            let there = stock.load() > 0;
            if there {
                let _before = stock.update(|onions| onions.saturating_sub(1));
            }
            there
        }
        caught("<- from here on it is too late", || nobody_takes_what_is_not_there(take));
    }

    #[test]
    fn looks_twice() {
        fn take(stock: &Shared<u32>) -> bool {
            if stock.load() == 0 || stock.load() == 0 {
                return false;
            }
            let _before = stock.update(|onions| onions - 1);
            true
        }
        caught("Anna panicked: attempt to subtract with overflow", || {
            nobody_takes_what_is_not_there(take);
        });
    }

    #[test]
    fn tries_once() {
        fn take(stock: &Shared<u32>) -> bool {
            let onions = stock.load();
            onions > 0 && stock.compare_exchange(onions.clone(), onions - 1).is_ok()
        }
        caught("from a stock of 3, 2 cooks together get 2", || {
            nobody_takes_what_is_not_there(take);
        });
    }

    #[test]
    fn waits_for_one() {
        fn take(stock: &Shared<u32>) -> bool {
            until(|| {
                let onions = stock.load();
                let taken =
                    onions > 0 && stock.compare_exchange(onions.clone(), onions - 1).is_ok();
                taken.then_some(true)
            })
        }
        caught("It need not end", || nobody_takes_what_is_not_there(take));
    }
}

mod interleavings3 {
    use super::{Mutex, caught, say, until};
    use crate::interleavings::tickets_speak_in_order;

    #[test]
    fn gives_the_machine_back_too_early() {
        fn cook(name: &str, machine: &Mutex<u32>) {
            let mut next = machine.lock();
            let ticket = *next;
            *next += 1;
            drop(next);
            say!("{name} has ticket {ticket}");
        }
        caught("<- from here on it is too late", || tickets_speak_in_order(cook));
    }

    #[test]
    fn speaks_before_taking() {
        fn cook(name: &str, machine: &Mutex<u32>) {
            let ticket = *machine.lock();
            say!("{name} has ticket {ticket}");
            *machine.lock() += 1;
        }
        caught("Anna has ticket 1 · Ben has ticket 1", || tickets_speak_in_order(cook));
    }

    #[test]
    fn locks_once_more_to_speak() {
        fn cook(name: &str, machine: &Mutex<u32>) {
            let mut next = machine.lock();
            let _speaking = machine.lock();
            say!("{name} has ticket {}", *next);
            *next += 1;
        }
        caught("Anna waits to lock machine", || tickets_speak_in_order(cook));
    }

    #[test]
    fn everybody_has_a_fixed_place() {
        fn cook(name: &str, machine: &Mutex<u32>) {
            let place = u32::from(name.as_bytes()[0] - b'A') + 1;
            let mut next = until(|| Some(machine.lock()).filter(|next| **next == place));
            say!("{name} has ticket {}", *next);
            *next += 1;
        }
        caught("It need not end: Ben can go round for ever", || tickets_speak_in_order(cook));
    }
}
