//! What looks right in *Decision tables*, and is not.

use super::caught;

mod decisions1 {
    use super::caught;
    use crate::decisions::{Dress, Work, every_work_wears_its_row};

    #[test]
    fn in_the_order_in_which_they_came_to_mind() {
        fn dress(work: &Work) -> Dress {
            if work.waits_us == 0 && u64::from(work.parts) * work.computes_us < 100 {
                Dress::Nothing
            } else if work.waits_us > 0 && work.parts < 1_000 {
                Dress::Threads
            } else if work.waits_us > 0 {
                Dress::Tasks
            } else if work.may_crash {
                Dress::Processes
            } else {
                Dress::Pool
            }
        }
        caught(
            "Work { parts: 1, computes_us: 1000, waits_us: 20000, may_crash: false }: TasksAndPool",
            || every_work_wears_its_row(dress),
        );
    }

    #[test]
    fn what_is_short_may_crash() {
        fn dress(work: &Work) -> Dress {
            if work.waits_us == 0 && u64::from(work.parts) * work.computes_us < 100 {
                Dress::Nothing
            } else if work.may_crash {
                Dress::Processes
            } else if work.waits_us > 0 && work.computes_us >= 1_000 {
                Dress::TasksAndPool
            } else if work.waits_us > 0 && work.parts < 1_000 {
                Dress::Threads
            } else if work.waits_us > 0 {
                Dress::Tasks
            } else {
                Dress::Pool
            }
        }
        caught("may_crash: true }: Processes. Yours says: Nothing", || {
            every_work_wears_its_row(dress);
        });
    }

    #[test]
    fn tasks_for_everything_that_waits() {
        fn dress(work: &Work) -> Dress {
            if work.may_crash {
                Dress::Processes
            } else if work.waits_us == 0 && u64::from(work.parts) * work.computes_us < 100 {
                Dress::Nothing
            } else if work.waits_us > 0 && work.parts >= 1_000 {
                Dress::Tasks
            } else if work.waits_us > 0 && work.computes_us >= 1_000 {
                Dress::TasksAndPool
            } else if work.waits_us > 0 {
                Dress::Threads
            } else {
                Dress::Pool
            }
        }
        caught(
            "parts: 1000, computes_us: 1000, waits_us: 20000, may_crash: false }: TasksAndPool",
            || {
                every_work_wears_its_row(dress);
            },
        );
    }
}

mod decisions2 {
    use super::caught;
    use crate::decisions::{Kitchen, three_needs_are_met};

    #[test]
    fn fries_with_the_bowl_in_hand() {
        fn cook(kitchen: &Kitchen) {
            kitchen.all_here.wait();
            let mut bowl = kitchen.bowl.lock();
            kitchen.fry();
            *bowl += 1;
        }
        caught("No schedule has this: of 2 cooks 2 fry at once", || three_needs_are_met(cook));
    }

    #[test]
    fn fries_before_all_are_there() {
        fn cook(kitchen: &Kitchen) {
            kitchen.stoves.acquire();
            kitchen.fry();
            kitchen.stoves.release();
            kitchen.all_here.wait();
            *kitchen.bowl.lock() += 1;
        }
        caught("nobody fries before all 2 cooks are there", || three_needs_are_met(cook));
    }

    #[test]
    fn waits_for_all_with_a_stove_in_hand() {
        fn cook(kitchen: &Kitchen) {
            kitchen.stoves.acquire();
            kitchen.all_here.wait();
            kitchen.fry();
            kitchen.stoves.release();
            *kitchen.bowl.lock() += 1;
        }
        caught("Every thread that is left waits for another", || three_needs_are_met(cook));
    }

    #[test]
    fn no_need_for_a_stove() {
        fn cook(kitchen: &Kitchen) {
            kitchen.all_here.wait();
            kitchen.fry();
            *kitchen.bowl.lock() += 1;
        }
        caught("of 3 cooks no more than two fry at once", || three_needs_are_met(cook));
    }

    #[test]
    fn looks_into_the_bowl_and_then_adds() {
        fn cook(kitchen: &Kitchen) {
            kitchen.all_here.wait();
            kitchen.stoves.acquire();
            kitchen.fry();
            kitchen.stoves.release();
            let there = *kitchen.bowl.lock();
            *kitchen.bowl.lock() = there + 1;
        }
        caught("2 cooks put 2 things into the bowl", || three_needs_are_met(cook));
    }
}

mod decisions3 {
    use std::sync::Arc;

    use tokio::sync::Semaphore;
    use tokio::task::JoinSet;

    use super::caught;
    use crate::decisions::{Shop, every_door_is_used};

    #[test]
    fn all_at_the_same_time() {
        async fn all(shop: Shop, errands: usize, _: usize) {
            let mut tasks = JoinSet::new();
            for errand in 0..errands {
                let shop = shop.clone();
                tasks.spawn(async move { shop.visit(errand).await });
            }
            tasks.join_all().await;
        }
        caught("With 1 doors and errands that take [1, 2] minutes, 2 were in the shop", || {
            every_door_is_used(all);
        });
    }

    #[test]
    fn one_after_the_other() {
        async fn all(shop: Shop, errands: usize, _: usize) {
            for errand in 0..errands {
                shop.visit(errand).await;
            }
        }
        caught("all are done after 1: when one ends, the next begins", || every_door_is_used(all));
    }

    #[test]
    fn in_rounds() {
        async fn all(shop: Shop, errands: usize, doors: usize) {
            let errands: Vec<_> = (0..errands).collect();
            for round in errands.chunks(doors) {
                let mut tasks = JoinSet::new();
                for &errand in round {
                    let shop = shop.clone();
                    tasks.spawn(async move { shop.visit(errand).await });
                }
                tasks.join_all().await;
            }
        }
        caught("It takes 240s on a computed clock, not 180s", || every_door_is_used(all));
    }

    #[test]
    fn the_permit_stays_outside() {
        async fn all(shop: Shop, errands: usize, doors: usize) {
            let permits = Semaphore::new(doors);
            let mut tasks = JoinSet::new();
            for errand in 0..errands {
                let _permit = permits.acquire().await.expect("nobody closes it");
                let shop = shop.clone();
                tasks.spawn(async move { shop.visit(errand).await });
            }
            tasks.join_all().await;
        }
        caught("2 were in the shop at the same time", || every_door_is_used(all));
    }

    #[test]
    fn nobody_waits_for_the_last() {
        async fn all(shop: Shop, errands: usize, doors: usize) {
            let permits = Arc::new(Semaphore::new(doors));
            for errand in 0..errands {
                let permit = Arc::clone(&permits).acquire_owned().await;
                let shop = shop.clone();
                tokio::spawn(async move {
                    shop.visit(errand).await;
                    drop(permit);
                });
            }
        }
        caught("each errand is done once and to its end", || every_door_is_used(all));
    }
}
