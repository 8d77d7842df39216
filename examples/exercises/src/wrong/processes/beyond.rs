//! What looks right in *Beyond one machine*, and is not.

use super::caught;

mod beyond1 {
    use super::caught;
    use crate::beyond::{Entry, order_and_grouping_do_not_matter};

    #[test]
    fn who_arrives_first_is_first() {
        fn together(a: Entry, b: Entry) -> Entry {
            Entry { count: a.count + b.count, first: a.first }
        }
        caught("a with b they are to give Entry { count: 3, first: 0 }. Yours gives", || {
            order_and_grouping_do_not_matter(together);
        });
    }

    #[test]
    fn who_has_more_knows_better() {
        fn together(a: Entry, b: Entry) -> Entry {
            let first = if a.count >= b.count { a.first } else { b.first };
            Entry { count: a.count + b.count, first }
        }
        caught("  a: Entry { count: 1, first: 0 }\n  b: Entry { count: 2, first: 1 }", || {
            order_and_grouping_do_not_matter(together);
        });
    }

    #[test]
    fn the_count_of_one() {
        fn together(a: Entry, b: Entry) -> Entry {
            Entry { count: a.count.max(b.count), first: a.first.min(b.first) }
        }
        caught("to give Entry { count: 2, first: 0 }. Yours gives Entry { count: 1", || {
            order_and_grouping_do_not_matter(together);
        });
    }

    #[test]
    fn each_entry_is_one_line() {
        fn together(a: Entry, b: Entry) -> Entry {
            Entry { count: a.count + 1, first: a.first.min(b.first) }
        }
        caught("Put together as", || order_and_grouping_do_not_matter(together));
    }
}

mod beyond2 {
    use std::collections::HashMap;

    use super::caught;
    use crate::beyond::{Request, each_request_is_done_once};

    #[derive(Default)]
    struct Shop {
        onions: u32,
        answers: HashMap<u32, u32>,
        last: Option<(u32, u32)>,
    }

    #[track_caller]
    fn check(serve: fn(&mut Shop, &Request) -> u32) {
        let new = |onions| Shop { onions, ..Shop::default() };
        each_request_is_done_once(new, serve, |shop| shop.onions);
    }

    #[test]
    fn it_sells_as_often_as_it_is_asked() {
        let serve = |shop: &mut Shop, request: &Request| {
            shop.onions -= request.onions;
            shop.onions
        };
        caught("is to be answered with 8, and then the shop has 8. Yours has 6.", || check(serve));
    }

    #[test]
    fn only_the_last_is_remembered() {
        let serve = |shop: &mut Shop, request: &Request| match shop.last {
            Some((number, answer)) if number == request.number => answer,
            _ => {
                shop.onions -= request.onions;
                shop.last = Some((request.number, shop.onions));
                shop.onions
            }
        };
        let story = "number: 0, onions: 2 }: 8 are left\n  Request { number: 1, onions: 2 }: 6 are left\n  \
                     Request { number: 0, onions: 2 }: 4 are left";
        caught(story, || check(serve));
    }

    #[test]
    fn answered_with_what_is_there_now() {
        let serve = |shop: &mut Shop, request: &Request| {
            if shop.answers.insert(request.number, 0).is_none() {
                shop.onions -= request.onions;
            }
            shop.onions
        };
        caught("is to be answered with 8, and then the shop has 6. Yours has 6.", || check(serve));
    }

    #[test]
    fn the_same_wish_is_taken_for_the_same_request() {
        let serve = |shop: &mut Shop, request: &Request| {
            *shop.answers.entry(request.onions).or_insert_with(|| {
                shop.onions -= request.onions;
                shop.onions
            })
        };
        caught(
            "Request { number: 1, onions: 2 }: 8 are left\nThe last is to be answered with 6",
            || {
                check(serve);
            },
        );
    }
}

mod beyond3 {
    use super::caught;
    use crate::beyond::{Task, as_long_as_the_longest_chain};

    #[test]
    fn one_cook() {
        fn shortest(tasks: &[Task]) -> u32 {
            tasks.iter().map(|task| task.minutes).sum()
        }
        caught("It takes 1 minutes: the longest chain is of the tasks [1]. Yours says 2.", || {
            as_long_as_the_longest_chain(shortest);
        });
    }

    #[test]
    fn the_longest_task() {
        fn shortest(tasks: &[Task]) -> u32 {
            tasks.iter().map(|task| task.minutes).max().unwrap_or(0)
        }
        caught("the longest chain is of the tasks [0, 1]", || {
            as_long_as_the_longest_chain(shortest)
        });
    }

    #[test]
    fn the_last_task_decides() {
        fn shortest(tasks: &[Task]) -> u32 {
            let mut ends: Vec<u32> = Vec::new();
            for task in tasks {
                let begin = task.needs.iter().map(|&need| ends[need]).max().unwrap_or(0);
                ends.push(begin + task.minutes);
            }
            ends.last().copied().unwrap_or(0)
        }
        caught("task 0: 2 minutes, needs []\n  task 1: 1 minutes, needs []", || {
            as_long_as_the_longest_chain(shortest);
        });
    }

    #[test]
    fn needs_one_after_the_other() {
        fn shortest(tasks: &[Task]) -> u32 {
            let mut ends: Vec<u32> = Vec::new();
            for task in tasks {
                let begin: u32 = task.needs.iter().map(|&need| ends[need]).sum();
                ends.push(begin + task.minutes);
            }
            ends.into_iter().max().unwrap_or(0)
        }
        caught("task 2: 1 minutes, needs [0, 1]", || as_long_as_the_longest_chain(shortest));
    }

    #[test]
    fn every_chain_by_itself() {
        fn end(tasks: &[Task], task: usize) -> u32 {
            let needs = tasks[task].needs.iter().map(|&need| end(tasks, need));
            needs.max().unwrap_or(0) + tasks[task].minutes
        }
        fn shortest(tasks: &[Task]) -> u32 {
            // In the test it would go on for ever; here it stops when that is clear.
            if tasks.len() > 20 {
                loop {
                    std::thread::park();
                }
            }
            (0..tasks.len()).map(|task| end(tasks, task)).max().unwrap_or(0)
        }
        caught("each of which needs all before: it does not end", || {
            as_long_as_the_longest_chain(shortest);
        });
    }
}
