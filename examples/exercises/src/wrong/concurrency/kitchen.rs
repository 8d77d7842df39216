//! What looks right in *The kitchen*, and is not.

use std::collections::VecDeque;

use timeline::Model;

use super::caught;
use crate::kitchen::Task;

mod kitchen1 {
    use super::{Model, caught};
    use crate::kitchen::the_cook_walks_away;

    #[test]
    fn watches_the_oven() {
        fn bake(pies: &[(&str, u64)]) -> Model {
            let mut kitchen = Model::new("one cook", "min");
            let mut free_at = 0;
            for (pie, oven) in pies {
                kitchen.work("cook", pie, free_at..free_at + 2);
                free_at += 2 + oven;
                kitchen.finished(pie, free_at);
            }
            kitchen
        }
        caught(
            "the cook begins `cherry` at minute 2, when the pies before it are in the oven",
            || {
                the_cook_walks_away(bake);
            },
        );
    }

    #[test]
    fn hires_a_cook_for_each_pie() {
        fn bake(pies: &[(&str, u64)]) -> Model {
            let mut kitchen = Model::new("many cooks", "min");
            for (pie, oven) in pies {
                kitchen.work(&format!("cook of {pie}"), pie, 0..2);
                kitchen.finished(pie, 2 + oven);
            }
            kitchen
        }
        caught("there is one cook", || the_cook_walks_away(bake));
    }

    #[test]
    fn takes_each_pie_out_when_the_next_is_ready() {
        fn bake(pies: &[(&str, u64)]) -> Model {
            let mut kitchen = Model::new("one cook", "min");
            for ((pie, oven), start) in pies.iter().zip((0..).step_by(2)) {
                kitchen.work("cook", pie, start..start + 2);
                kitchen.finished(pie, start + 2 + oven.min(&2));
            }
            kitchen
        }
        caught("`apple` has 3 minutes in the oven", || the_cook_walks_away(bake));
    }

    #[test]
    fn has_all_pies_in_hand_at_once() {
        fn bake(pies: &[(&str, u64)]) -> Model {
            let mut kitchen = Model::new("one cook", "min");
            for (pie, oven) in pies {
                kitchen.work("cook", pie, 0..2);
                kitchen.finished(pie, 2 + oven);
            }
            kitchen
        }
        caught("`cook` cannot work on `cherry` in 0..2: it has `apple`", || {
            the_cook_walks_away(bake);
        });
    }
}

mod kitchen2 {
    use super::{Model, VecDeque, caught};
    use crate::kitchen::the_knife_is_wiped_at_a_change;

    /// The chapter's program, with another rule for what is lost after a turn of a pile, when these
    /// wait.
    fn prepare(
        piles: &[(&str, u64)],
        turn: u64,
        lost: impl Fn(&str, &VecDeque<(&str, u64)>) -> u64,
    ) -> Model {
        let mut kitchen = Model::new("turns", "s");
        let mut waiting = VecDeque::from(piles.to_vec());
        let mut now = 0;
        while let Some((vegetable, left)) = waiting.pop_front() {
            let work = turn.min(left);
            kitchen.work("knife", vegetable, now..now + work);
            now += work;
            if left > work {
                waiting.push_back((vegetable, left - work));
            }
            now += lost(vegetable, &waiting);
        }
        kitchen
    }

    #[test]
    fn wipes_when_anything_waits() {
        fn wrong(piles: &[(&str, u64)], turn: u64, wipe: u64) -> Model {
            prepare(piles, turn, |_, waiting| if waiting.is_empty() { 0 } else { wipe })
        }
        caught("the knife goes on with the onions, and is not wiped for that", || {
            the_knife_is_wiped_at_a_change(wrong);
        });
    }

    #[test]
    fn wipes_when_several_wait() {
        fn wrong(piles: &[(&str, u64)], turn: u64, wipe: u64) -> Model {
            prepare(piles, turn, |_, waiting| if waiting.len() < 2 { 0 } else { wipe })
        }
        caught("the knife is wiped for 10 seconds before it goes to the cucumbers", || {
            the_knife_is_wiped_at_a_change(wrong);
        });
    }

    #[test]
    fn does_one_pile_after_the_other() {
        fn wrong(piles: &[(&str, u64)], _turn: u64, wipe: u64) -> Model {
            prepare(piles, u64::MAX, |_, waiting| if waiting.is_empty() { 0 } else { wipe })
        }
        caught("the piles take turns of 60 seconds", || the_knife_is_wiped_at_a_change(wrong));
    }

    #[test]
    fn cuts_full_turns_only() {
        fn wrong(piles: &[(&str, u64)], turn: u64, wipe: u64) -> Model {
            let whole: Vec<_> =
                piles.iter().map(|(pile, s)| (*pile, s.div_ceil(turn) * turn)).collect();
            let next = |now: &str, waiting: &VecDeque<(&str, u64)>| {
                let changes = waiting.front().is_some_and(|(next, _)| *next != now);
                if changes { wipe } else { 0 }
            };
            prepare(&whole, turn, next)
        }
        caught("the onions are cut for 60 seconds", || the_knife_is_wiped_at_a_change(wrong));
    }
}

mod kitchen3 {
    use super::{Model, Task, caught};
    use crate::kitchen::nobody_is_idle_without_need;

    #[test]
    fn does_not_look_at_the_needs() {
        fn salad(tasks: &[Task<'_>], cooks: usize) -> Model {
            let mut kitchen = Model::new("salad", "min");
            let mut free_at = vec![0; cooks];
            for (&(task, minutes, _needs), cook) in tasks.iter().zip((0..cooks).cycle()) {
                let start = free_at[cook];
                kitchen.work(&format!("cook {}", cook + 1), task, start..start + minutes);
                free_at[cook] = start + minutes;
            }
            kitchen
        }
        caught("`cucumbers` begins when `onions` is finished", || {
            nobody_is_idle_without_need(salad);
        });
    }

    /// The tasks so that what one needs comes before it.
    fn sorted<'a>(tasks: &[Task<'a>]) -> Vec<Task<'a>> {
        let mut left = tasks.to_vec();
        let mut sorted: Vec<Task<'a>> = Vec::new();
        while !left.is_empty() {
            let done = |need: &&str| sorted.iter().any(|(task, ..)| task == need);
            let next = left.iter().position(|(_, _, needs)| needs.iter().all(done));
            sorted.push(left.remove(next.expect("no circle")));
        }
        sorted
    }

    #[test]
    fn leaves_it_to_one_cook() {
        fn salad(tasks: &[Task<'_>], _cooks: usize) -> Model {
            let mut kitchen = Model::new("salad", "min");
            let mut now = 0;
            for (task, minutes, _) in sorted(tasks) {
                kitchen.work("cook 1", task, now..now + minutes);
                now += minutes;
            }
            kitchen
        }
        caught(
            "with 2 cooks, nobody stands idle at minute 0 while `cucumbers` can be begun",
            || {
                nobody_is_idle_without_need(salad);
            },
        );
    }

    #[test]
    fn has_a_cook_for_every_task() {
        fn salad(tasks: &[Task<'_>], _cooks: usize) -> Model {
            let mut kitchen = Model::new("salad", "min");
            let mut finished = std::collections::HashMap::new();
            for (cook, (task, minutes, needs)) in sorted(tasks).into_iter().enumerate() {
                let start = needs.iter().map(|need| finished[need]).max().unwrap_or(0);
                kitchen.work(&format!("cook {}", cook + 1), task, start..start + minutes);
                finished.insert(task, start + minutes);
            }
            kitchen
        }
        caught("there are no more cooks than 1", || nobody_is_idle_without_need(salad));
    }

    #[test]
    fn waits_for_the_first_of_the_list() {
        fn salad(tasks: &[Task<'_>], cooks: usize) -> Model {
            let mut kitchen = Model::new("salad", "min");
            let mut free_at = vec![0; cooks];
            let mut finished = std::collections::HashMap::new();
            let mut now = 0;
            for (task, minutes, needs) in sorted(tasks) {
                let ready = needs.iter().map(|need| finished[need]).max().unwrap_or(0);
                let cook = (0..cooks).min_by_key(|&cook| free_at[cook]).expect("a cook");
                now = ready.max(free_at[cook]).max(now);
                kitchen.work(&format!("cook {}", cook + 1), task, now..now + minutes);
                free_at[cook] = now + minutes;
                finished.insert(task, now + minutes);
            }
            kitchen
        }
        caught("nobody stands idle at minute 0 while `dressing` can be begun", || {
            nobody_is_idle_without_need(salad);
        });
    }

    #[test]
    fn waits_until_all_are_free() {
        fn salad(tasks: &[Task<'_>], cooks: usize) -> Model {
            let mut kitchen = Model::new("salad", "min");
            let mut finished: Vec<&str> = Vec::new();
            let mut now = 0;
            while finished.len() < tasks.len() {
                let left = tasks.iter().filter(|(task, ..)| !finished.contains(task));
                let ready = left.filter(|(.., needs)| needs.iter().all(|n| finished.contains(n)));
                let wave: Vec<_> = ready.take(cooks).copied().collect();
                for (cook, (task, minutes, _)) in wave.iter().enumerate() {
                    kitchen.work(&format!("cook {}", cook + 1), task, now..now + minutes);
                    finished.push(task);
                }
                now += wave.iter().map(|(_, minutes, _)| *minutes).max().unwrap_or(0);
            }
            kitchen
        }
        caught("nobody stands idle at minute 2 while `dressing` can be begun", || {
            nobody_is_idle_without_need(salad);
        });
    }

    #[test]
    fn hands_a_task_on_to_the_next_cook() {
        fn salad(tasks: &[Task<'_>], cooks: usize) -> Model {
            let mut kitchen = Model::new("salad", "min");
            let mut now = 0;
            for (task, minutes, _) in sorted(tasks) {
                for (minute, cook) in (now..now + minutes).zip((1..=cooks).cycle()) {
                    kitchen.work(&format!("cook {cook}"), task, minute..minute + 1);
                }
                now += minutes;
            }
            kitchen
        }
        caught("`onions` is done by one cook, in one go", || nobody_is_idle_without_need(salad));
    }
}
