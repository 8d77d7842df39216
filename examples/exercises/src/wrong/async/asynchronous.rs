//! What looks right in *Asynchronous*, and is not.

use std::task::{Context, Poll, Waker};

use super::caught;
use crate::asynchronous::{Buttered, Kitchen, Server, Tea};

mod asynchronous1 {
    use super::{Buttered, Kitchen, Tea, caught};
    use crate::asynchronous::only_the_butter_waits_for_the_toast;

    #[test]
    fn one_after_the_other() {
        async fn breakfast(kitchen: Kitchen) -> (Tea, Buttered) {
            let tea = kitchen.tea().await;
            let toast = kitchen.toast().await;
            let buttered = kitchen.butter(toast).await;
            (tea, buttered)
        }
        caught("Yours takes 700 ms:\n     0 ms: tea begins\n   300 ms: tea is ready", || {
            only_the_butter_waits_for_the_toast(breakfast);
        });
    }

    #[test]
    fn the_call_is_above_and_begins_nothing() {
        async fn breakfast(kitchen: Kitchen) -> (Tea, Buttered) {
            let tea = kitchen.tea();
            let toast = kitchen.toast().await;
            let buttered = kitchen.butter(toast).await;
            (tea.await, buttered)
        }
        caught("400 ms: butter is ready\n   400 ms: tea begins", || {
            only_the_butter_waits_for_the_toast(breakfast);
        });
    }

    #[test]
    fn the_butter_waits_for_the_tea() {
        async fn breakfast(kitchen: Kitchen) -> (Tea, Buttered) {
            let (tea, toast) = tokio::join!(kitchen.tea(), kitchen.toast());
            (tea, kitchen.butter(toast).await)
        }
        caught("300 ms: tea is ready\n   300 ms: butter begins", || {
            only_the_butter_waits_for_the_toast(breakfast);
        });
    }

    #[test]
    fn the_tea_waits_for_the_toast() {
        async fn breakfast(kitchen: Kitchen) -> (Tea, Buttered) {
            let toast = kitchen.toast().await;
            tokio::join!(kitchen.tea(), kitchen.butter(toast))
        }
        caught("200 ms: toast is ready\n   200 ms: tea begins", || {
            only_the_butter_waits_for_the_toast(breakfast);
        });
    }
}

mod asynchronous2 {
    use super::{Server, caught};
    use crate::asynchronous::all_are_asked_for_before_the_first_answer;
    use tokio::task::JoinSet;

    #[test]
    fn a_list_of_futures_has_asked_for_nothing() {
        async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
            let requests: Vec<_> = dishes.iter().map(|dish| server.fetch(dish)).collect();
            let mut answers = Vec::new();
            for request in requests {
                answers.push(request.await);
            }
            answers
        }
        caught("heard of 2. So far it has heard of 1: soup", || {
            all_are_asked_for_before_the_first_answer(fetch_all);
        });
    }

    #[test]
    fn spawns_and_waits_at_once() {
        async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
            let mut answers = Vec::new();
            for dish in dishes {
                answers.push(tokio::spawn(server.fetch(dish)).await.expect("no panic"));
            }
            answers
        }
        caught("heard of 2. So far it has heard of 1: soup", || {
            all_are_asked_for_before_the_first_answer(fetch_all);
        });
    }

    #[test]
    fn the_iterator_is_lazy_too() {
        async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
            let mut answers = Vec::new();
            for request in dishes.iter().map(|dish| tokio::spawn(server.fetch(dish))) {
                answers.push(request.await.expect("no panic"));
            }
            answers
        }
        caught("heard of 2. So far it has heard of 1: soup", || {
            all_are_asked_for_before_the_first_answer(fetch_all);
        });
    }

    #[test]
    fn two_at_a_time() {
        async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
            let mut answers = Vec::new();
            for pair in dishes.chunks(2) {
                match pair {
                    [one, other] => {
                        let both = tokio::join!(server.fetch(one), server.fetch(other));
                        answers.extend([both.0, both.1]);
                    }
                    rest => {
                        for dish in rest {
                            answers.push(server.fetch(dish).await);
                        }
                    }
                }
            }
            answers
        }
        caught("heard of 3. So far it has heard of 2: soup, rice", || {
            all_are_asked_for_before_the_first_answer(fetch_all);
        });
    }

    #[test]
    fn asks_in_the_background_and_then_again() {
        async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
            let mut answers = Vec::new();
            for dish in dishes {
                tokio::spawn(server.fetch(dish));
            }
            for dish in dishes {
                answers.push(server.fetch(dish).await);
            }
            answers
        }
        caught("each is asked for once", || all_are_asked_for_before_the_first_answer(fetch_all));
    }

    #[test]
    fn answers_as_they_come() {
        async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
            let requests: JoinSet<_> = dishes.iter().map(|dish| server.fetch(dish)).collect();
            requests.join_all().await
        }
        caught("Your answers: [\"hot rice\", \"hot soup\"]", || {
            all_are_asked_for_before_the_first_answer(fetch_all);
        });
    }
}

mod asynchronous3 {
    use super::{Context, Poll, Waker, caught};
    use crate::asynchronous::nobody_is_asked_in_vain;

    #[derive(Default)]
    struct Door {
        open: bool,
        bells: Vec<Waker>,
    }

    fn leaves_a_bell(door: &mut Door, context: &mut Context<'_>) -> Poll<()> {
        if door.open {
            return Poll::Ready(());
        }
        door.bells.push(context.waker().clone());
        Poll::Pending
    }

    fn opens_and_rings(door: &mut Door) {
        door.open = true;
        door.bells.drain(..).for_each(Waker::wake);
    }

    #[test]
    fn asks_again_and_again() {
        fn poll(door: &mut Door, context: &mut Context<'_>) -> Poll<()> {
            if door.open {
                return Poll::Ready(());
            }
            context.waker().wake_by_ref();
            Poll::Pending
        }
        let caught_for = "who has left a bell has no turn before somebody rings it";
        caught(caught_for, || nobody_is_asked_in_vain(poll, |door: &mut Door| door.open = true));
        caught(caught_for, || nobody_is_asked_in_vain(poll, opens_and_rings));
    }

    #[test]
    fn leaves_no_bell() {
        fn poll(door: &mut Door, _context: &mut Context<'_>) -> Poll<()> {
            if door.open { Poll::Ready(()) } else { Poll::Pending }
        }
        caught("Anna comes at 1, has turns at 1; never in", || {
            nobody_is_asked_in_vain(poll, opens_and_rings);
        });
    }

    #[test]
    fn nobody_rings() {
        caught("when the door opens, everybody who waits has a turn", || {
            nobody_is_asked_in_vain(leaves_a_bell, |door| door.open = true);
        });
    }

    #[test]
    fn has_room_for_one_bell() {
        fn poll(door: &mut Door, context: &mut Context<'_>) -> Poll<()> {
            if door.open {
                return Poll::Ready(());
            }
            door.bells = vec![context.waker().clone()];
            Poll::Pending
        }
        caught(
            "Anna comes at 1, has turns at 1; never in\n  Ben comes at 2, has turns at 2, 3",
            || {
                nobody_is_asked_in_vain(poll, opens_and_rings);
            },
        );
    }

    #[test]
    fn rings_one_bell() {
        fn open(door: &mut Door) {
            door.open = true;
            if let Some(bell) = door.bells.pop() {
                bell.wake();
            }
        }
        caught("Ben comes at 2, has turns at 2, 3; in at 3", || {
            nobody_is_asked_in_vain(leaves_a_bell, open);
        });
    }

    #[test]
    fn rings_and_stays_closed() {
        fn open(door: &mut Door) {
            door.bells.drain(..).for_each(Waker::wake);
        }
        caught("whoever has a turn when the door is open is in", || {
            nobody_is_asked_in_vain(leaves_a_bell, open);
        });
    }

    #[test]
    fn lets_everybody_in() {
        fn poll(_door: &mut Door, _context: &mut Context<'_>) -> Poll<()> {
            Poll::Ready(())
        }
        caught("nobody is in before the door opens", || {
            nobody_is_asked_in_vain(poll, opens_and_rings);
        });
    }

    #[test]
    fn rings_when_it_should_leave_a_bell_and_leaves_it_too() {
        fn poll(door: &mut Door, context: &mut Context<'_>) -> Poll<()> {
            if door.open {
                return Poll::Ready(());
            }
            door.bells.push(context.waker().clone());
            context.waker().wake_by_ref();
            Poll::Pending
        }
        caught("Anna comes at 1, has turns at 1, 1, 1", || {
            nobody_is_asked_in_vain(poll, opens_and_rings);
        });
    }
}
