//! What looks right in *Sharing*, and is not.

use interleave::{Condvar, Mutex, until};

use super::caught;

mod sharing1 {
    use super::caught;
    use crate::sharing::{Seats, nobody_shares_a_seat};

    const BOTH_PROMISED: &str =
        "with 2 guests and 1 seat, each name stands on the seat that was promised";

    #[test]
    fn locks_each_line() {
        fn book(name: &'static str, seats: &Seats) -> Option<usize> {
            let free = seats.lock().iter().position(Option::is_none)?;
            seats.lock()[free] = Some(name);
            Some(free)
        }
        caught(BOTH_PROMISED, || nobody_shares_a_seat(book));
        caught("<- from here on it is too late", || nobody_shares_a_seat(book));
    }

    #[test]
    fn looks_twice() {
        fn book(name: &'static str, seats: &Seats) -> Option<usize> {
            let free = seats.lock().iter().position(Option::is_none)?;
            if seats.lock()[free].is_some() {
                return None;
            }
            seats.lock()[free] = Some(name);
            Some(free)
        }
        caught(BOTH_PROMISED, || nobody_shares_a_seat(book));
    }

    #[test]
    fn writes_on_a_copy_of_the_plan() {
        fn book(name: &'static str, seats: &Seats) -> Option<usize> {
            let mut plan = seats.lock().clone();
            let free = plan.iter().position(Option::is_none)?;
            plan[free] = Some(name);
            *seats.lock() = plan;
            Some(free)
        }
        caught(BOTH_PROMISED, || nobody_shares_a_seat(book));
    }

    #[test]
    fn gives_up_where_somebody_was_faster() {
        fn book(name: &'static str, seats: &Seats) -> Option<usize> {
            let free = seats.lock().iter().position(Option::is_none)?;
            let mut seats = seats.lock();
            if seats[free].is_some() {
                return None;
            }
            seats[free] = Some(name);
            Some(free)
        }
        caught("with 2 guests and 2 seats, nobody goes home while a seat is free", || {
            nobody_shares_a_seat(book);
        });
    }

    #[test]
    fn locks_again_while_the_first_guard_lives() {
        fn book(name: &'static str, seats: &Seats) -> Option<usize> {
            if let Some(free) = seats.lock().iter().position(Option::is_none) {
                seats.lock()[free] = Some(name);
                return Some(free);
            }
            None
        }
        caught("Anna waits to lock seats", || nobody_shares_a_seat(book));
    }

    #[test]
    fn everybody_has_a_fixed_seat() {
        fn book(name: &'static str, seats: &Seats) -> Option<usize> {
            let place = usize::from(name.as_bytes()[0] - b'A');
            let mut seats = seats.lock();
            *seats.get_mut(place)? = Some(name);
            Some(place)
        }
        caught("No schedule has this: with 2 guests and 1 seat, Ben gets the first", || {
            nobody_shares_a_seat(book);
        });
    }
}

mod sharing2 {
    use super::{Condvar, Mutex, caught, until};
    use crate::sharing::dinner_begins_with_all;

    #[test]
    fn rings_for_one_of_them() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = here.lock();
            *guests += 1;
            if *guests == all {
                bell.notify_one();
            } else {
                drop(bell.wait(guests));
            }
        }
        caught("Anna and Ben wait, rung for Anna or Ben", || dinner_begins_with_all(come));
    }

    #[test]
    fn rings_for_one_and_looks_again() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = here.lock();
            *guests += 1;
            if *guests == all {
                bell.notify_one();
            }
            drop(bell.wait_while(guests, |guests| *guests < all));
        }
        caught("Anna and Ben wait, rung for Anna or Ben", || dinner_begins_with_all(come));
    }

    #[test]
    fn believes_the_bell() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = here.lock();
            *guests += 1;
            if *guests == all {
                bell.notify_all();
            } else {
                drop(bell.wait(guests));
            }
        }
        caught(
            "none of 2 guests begins before all have come, when the bell rings though nothing has \
             happened",
            || dinner_begins_with_all(come),
        );
    }

    #[test]
    fn lets_go_between_the_look_and_the_sleep() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = here.lock();
            *guests += 1;
            let last = *guests == all;
            drop(guests);
            if last {
                bell.notify_all();
            } else {
                drop(bell.wait(here.lock()));
            }
        }
        caught("nobody waits  2   <- from here on it is too late", || dinner_begins_with_all(come));
    }

    #[test]
    fn nobody_rings() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = here.lock();
            *guests += 1;
            drop(bell.wait_while(guests, |guests| *guests < all));
        }
        caught("Anna waits to wake bell", || dinner_begins_with_all(come));
    }

    #[test]
    fn is_counted_after_the_wait() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = bell.wait_while(here.lock(), |guests| *guests + 1 < all);
            *guests += 1;
            bell.notify_all();
        }
        caught("; Ben waits to wake bell", || dinner_begins_with_all(come));
    }

    #[test]
    fn does_not_wait() {
        fn come(here: &Mutex<u32>, bell: &Condvar, _all: u32) {
            *here.lock() += 1;
            bell.notify_all();
        }
        caught("none of 2 guests begins before all have come.", || dinner_begins_with_all(come));
    }

    #[test]
    fn looks_again_and_again() {
        fn come(here: &Mutex<u32>, _bell: &Condvar, all: u32) {
            *here.lock() += 1;
            until(|| (*here.lock() == all).then_some(()));
        }
        caught("It need not end: Anna can go round for ever", || dinner_begins_with_all(come));
    }

    #[test]
    fn tries_the_lock_again_and_again() {
        fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
            let mut guests = until(|| here.try_lock());
            *guests += 1;
            if *guests == all {
                bell.notify_all();
            }
            drop(bell.wait_while(guests, |guests| *guests < all));
        }
        caught("Somebody waits by looking again and again", || dinner_begins_with_all(come));
    }
}

mod sharing3 {
    use super::{Condvar, Mutex, caught, until};
    use crate::sharing::{Orders, every_order_is_cooked_once};

    type Cook<'a> = &'a dyn Fn(&'static str);

    #[test]
    fn sleeps_though_the_kitchen_is_closed() {
        fn work(list: &Mutex<Orders>, bell: &Condvar, cook: Cook<'_>) {
            let mut orders = list.lock();
            if orders.waiting.is_empty() {
                orders = bell.wait(orders);
            }
            while let Some(order) = orders.waiting.pop() {
                cook(order);
            }
        }
        caught("Orders { waiting: [], open: false }                Anna waits", || {
            every_order_is_cooked_once(work)
        });
    }

    #[test]
    fn goes_home_when_the_list_is_empty() {
        fn work(list: &Mutex<Orders>, bell: &Condvar, cook: Cook<'_>) {
            loop {
                let mut orders = list.lock();
                if orders.open && orders.waiting.is_empty() {
                    orders = bell.wait(orders);
                }
                let order = orders.waiting.pop();
                drop(orders);
                let Some(order) = order else { return };
                cook(order);
            }
        }
        caught("with 1 cook and 2 orders, each order is cooked once", || {
            every_order_is_cooked_once(work)
        });
    }

    #[test]
    fn goes_home_when_the_kitchen_closes() {
        fn work(list: &Mutex<Orders>, bell: &Condvar, cook: Cook<'_>) {
            loop {
                let nothing_yet = |orders: &Orders| orders.open && orders.waiting.is_empty();
                let mut orders = bell.wait_while(list.lock(), nothing_yet);
                if !orders.open {
                    return;
                }
                let order = orders.waiting.pop().expect("the list is not empty");
                drop(orders);
                cook(order);
            }
        }
        caught("with 1 cook and 1 order, each order is cooked once", || {
            every_order_is_cooked_once(work);
        });
    }

    #[test]
    fn cooks_with_the_lock_in_hand() {
        fn work(list: &Mutex<Orders>, bell: &Condvar, cook: Cook<'_>) {
            let nothing_yet = |orders: &Orders| orders.open && orders.waiting.is_empty();
            while let Some(order) = bell.wait_while(list.lock(), nothing_yet).waiting.pop() {
                cook(order);
            }
        }
        caught("host waits to lock list", || every_order_is_cooked_once(work));
    }

    #[test]
    fn takes_all_there_are() {
        fn work(list: &Mutex<Orders>, bell: &Condvar, cook: Cook<'_>) {
            let nothing_yet = |orders: &Orders| orders.open && orders.waiting.is_empty();
            loop {
                let mut orders = bell.wait_while(list.lock(), nothing_yet);
                let mine = std::mem::take(&mut orders.waiting);
                drop(orders);
                if mine.is_empty() {
                    return;
                }
                mine.into_iter().for_each(cook);
            }
        }
        caught("Anna waits to pass stove", || every_order_is_cooked_once(work));
    }

    #[test]
    fn crosses_out_what_is_cooked() {
        fn work(list: &Mutex<Orders>, bell: &Condvar, cook: Cook<'_>) {
            let nothing_yet = |orders: &Orders| orders.open && orders.waiting.is_empty();
            loop {
                let orders = bell.wait_while(list.lock(), nothing_yet);
                let Some(order) = orders.waiting.first().copied() else { return };
                drop(orders);
                cook(order);
                list.lock().waiting.retain(|other| *other != order);
            }
        }
        caught("with 2 cooks and 1 order, each order is cooked once", || {
            every_order_is_cooked_once(work);
        });
    }

    #[test]
    fn looks_again_and_again() {
        fn work(list: &Mutex<Orders>, _bell: &Condvar, cook: Cook<'_>) {
            let next = || {
                let mut orders = list.lock();
                let order = orders.waiting.pop();
                (order.is_some() || !orders.open).then_some(order)
            };
            while let Some(order) = until(next) {
                cook(order);
            }
        }
        caught("It need not end: Anna can go round for ever", || every_order_is_cooked_once(work));
    }
}
