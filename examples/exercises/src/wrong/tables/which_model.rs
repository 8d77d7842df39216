//! What looks right in *Which model?*, and is not.

use super::caught;

mod which_model1 {
    use super::caught;
    use crate::which_model::{Costs, Job, all_wait_at_the_same_time};

    #[test]
    fn each_waits_by_itself() {
        fn tasks(job: &Job, costs: &Costs) -> u64 {
            job.items * (costs.task + job.cpu + job.wait)
        }
        caught("Job { items: 2, cpu: 0, wait: 10 }: 10. Yours says: 20.", || {
            all_wait_at_the_same_time(tasks);
        });
    }

    #[test]
    fn tasks_compute_on_all_cores() {
        fn tasks(job: &Job, costs: &Costs) -> u64 {
            job.items * costs.task + job.items.div_ceil(costs.cores) * job.cpu + job.wait
        }
        caught("Job { items: 2, cpu: 1, wait: 0 }: 2. Yours says: 1.", || {
            all_wait_at_the_same_time(tasks);
        });
    }

    #[test]
    fn tasks_are_free() {
        fn tasks(job: &Job, _: &Costs) -> u64 {
            job.items * job.cpu + job.wait
        }
        caught("where a task costs 1, the time of", || all_wait_at_the_same_time(tasks));
    }
}

mod which_model2 {
    use super::caught;
    use crate::which_model::{Costs, Job, more_threads_wait_and_the_cores_compute};

    #[test]
    fn only_the_cores_wait() {
        fn pool(job: &Job, costs: &Costs, threads: u64) -> u64 {
            let rounds = job.items.div_ceil(costs.cores);
            threads * costs.thread + rounds * (job.cpu + job.wait)
        }
        let text = "on 1 cores with 2 threads at 50 each, the time of Job { items: 2, cpu: 0, wait: 10 }: 110";
        caught(text, || more_threads_wait_and_the_cores_compute(pool));
    }

    #[test]
    fn threads_compute_like_cores() {
        fn pool(job: &Job, costs: &Costs, threads: u64) -> u64 {
            let rounds = job.items.div_ceil(threads);
            threads * costs.thread + rounds * (job.cpu + job.wait)
        }
        let text = "on 1 cores with 2 threads at 50 each, the time of Job { items: 2, cpu: 1, wait: 0 }: 102";
        caught(text, || more_threads_wait_and_the_cores_compute(pool));
    }

    #[test]
    fn the_last_round_is_forgotten() {
        fn pool(job: &Job, costs: &Costs, threads: u64) -> u64 {
            let computing = job.items.div_ceil(costs.cores) * job.cpu;
            threads * costs.thread + computing + job.items / threads * job.wait
        }
        caught("Job { items: 1, cpu: 0, wait: 10 }: 110. Yours says: 100.", || {
            more_threads_wait_and_the_cores_compute(pool);
        });
    }

    #[test]
    fn the_cores_are_filled_across_rounds() {
        fn pool(job: &Job, costs: &Costs, threads: u64) -> u64 {
            let computing = job.items.div_ceil(costs.cores) * job.cpu;
            threads * costs.thread + computing + job.items.div_ceil(threads) * job.wait
        }
        caught("on 2 cores with 5 threads", || more_threads_wait_and_the_cores_compute(pool));
    }
}

mod which_model3 {
    use super::caught;
    use crate::which_model::{Rated, the_plainest_as_good_as_the_best};

    #[test]
    fn the_fastest() {
        fn recommend(models: &[Rated], _: bool) -> Option<usize> {
            let fastest = models.iter().enumerate().min_by_key(|(_, model)| model.time)?;
            Some(fastest.0)
        }
        caught(
            "Rated { time: 5, isolates: false }, Rated { time: 4, isolates: false }]: Some(0)",
            || {
                the_plainest_as_good_as_the_best(recommend);
            },
        );
    }

    #[test]
    fn what_will_not_do_sets_the_measure() {
        fn recommend(models: &[Rated], isolated: bool) -> Option<usize> {
            let best = models.iter().map(|model| model.time).min()?;
            models
                .iter()
                .position(|model| (model.isolates || !isolated) && 2 * model.time <= 3 * best)
        }
        caught("what to recommend with isolation of", || {
            the_plainest_as_good_as_the_best(recommend)
        });
    }

    #[test]
    fn less_than_half_as_long_again() {
        fn recommend(models: &[Rated], isolated: bool) -> Option<usize> {
            let will_do = |model: &&Rated| model.isolates || !isolated;
            let best = models.iter().filter(will_do).map(|model| model.time).min()?;
            models.iter().position(|model| will_do(&model) && 2 * model.time < 3 * best)
        }
        caught(
            "Rated { time: 6, isolates: false }, Rated { time: 4, isolates: false }]: Some(0)",
            || {
                the_plainest_as_good_as_the_best(recommend);
            },
        );
    }

    #[test]
    fn rounded_down() {
        fn recommend(models: &[Rated], isolated: bool) -> Option<usize> {
            let will_do = |model: &&Rated| model.isolates || !isolated;
            let best = models.iter().filter(will_do).map(|model| model.time).min()?;
            models.iter().position(|model| will_do(&model) && model.time / 2 <= 3 * best / 4)
        }
        caught("without isolation of", || the_plainest_as_good_as_the_best(recommend));
    }
}
