//! Tasks that keep their thread are done after as many rounds as it takes to give each a thread.

use freeze::{model, on_tokio};
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_model_is_the_law(tasks in 1_usize..40, threads in 1_usize..9, ms in 1_u64..1_000) {
        let run = model(tasks, threads, ms);
        prop_assert_eq!(run.makespan(), tasks.div_ceil(threads) as u64 * ms);
        prop_assert_eq!(run.max_executing() as usize, tasks.min(threads));
    }

    #[test]
    fn tokio_is_never_sooner(tasks in 1_usize..6, threads in 1_usize..4) {
        let law = tasks.div_ceil(threads) as u128 * 3;
        prop_assert!(on_tokio(tasks, threads, 3).as_millis() >= law);
    }
}
