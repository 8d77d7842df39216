//! What holds of the end of any requests under any limit.

use at_most_three::{limited, streamed};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_end_is_between_the_bounds(requests in vec(1_u64..1_000, 1..20), limit in 1_usize..8) {
        let run = limited(&requests, limit);
        let (sum, longest) = (requests.iter().sum::<u64>(), requests.iter().max().copied());
        let (share, longest) = (sum.div_ceil(limit as u64), longest.unwrap_or(0));
        prop_assert!(run.max_in_progress() as usize <= limit);
        prop_assert!(run.makespan() >= share.max(longest));
        prop_assert!(run.makespan() <= share + longest);
        if limit == 1 {
            prop_assert_eq!(run.makespan(), sum);
        }
    }

    #[test]
    fn a_stream_runs_as_the_tasks_do(requests in vec(1_u64..1_000, 0..20), limit in 1_usize..8) {
        prop_assert_eq!(streamed(&requests, limit), limited(&requests, limit));
    }
}
