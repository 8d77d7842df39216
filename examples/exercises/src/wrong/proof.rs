//! What looks right in *How this book proves things*, and is not.

use super::caught;
use crate::proof::{Round, Verdict, Way};

mod proof1 {
    use super::{Way, caught};
    use crate::proof::certificates_are_told_apart;

    #[test]
    fn two_cores_can_show_it() {
        fn is_certificate(ways: &[Way]) -> bool {
            ways.iter().any(|way| way.two_cores && way.can_show_it)
        }
        caught("It is no certificate: one core can show it, too", || {
            certificates_are_told_apart(is_certificate);
        });
    }

    #[test]
    fn what_is_never_seen_is_a_proof() {
        fn is_certificate(ways: &[Way]) -> bool {
            ways.iter().all(|way| way.two_cores || !way.can_show_it)
        }
        caught("It is no certificate: it can never be seen", || {
            certificates_are_told_apart(is_certificate);
        });
    }

    #[test]
    fn two_cores_have_to_show_it() {
        fn is_certificate(ways: &[Way]) -> bool {
            !ways.is_empty()
                && ways.iter().all(|way| way.two_cores == way.can_show_it)
                && ways.iter().any(|way| way.can_show_it)
        }
        caught("It is a certificate: if it was seen, it was by two cores", || {
            certificates_are_told_apart(is_certificate);
        });
    }

    #[test]
    fn it_is_mostly_by_two_cores() {
        fn is_certificate(ways: &[Way]) -> bool {
            let by = |two| ways.iter().filter(|w| w.can_show_it && w.two_cores == two).count();
            by(true) > by(false)
        }
        caught("It is no certificate: one core can show it, too", || {
            certificates_are_told_apart(is_certificate);
        });
    }
}

mod proof2 {
    use super::caught;
    use crate::proof::effective_cores_are_counted;

    #[test]
    fn what_each_gets() {
        fn effective_cores(alone: u64, together: &[u64]) -> f64 {
            let all: u64 = together.iter().sum();
            let each = all / together.len() as u64;
            each as f64 / alone as f64
        }
        caught("together they made [250, 250]: E is 0.5. Yours says: 0.25.", || {
            effective_cores_are_counted(effective_cores);
        });
    }

    #[test]
    fn whole_cores_only() {
        fn effective_cores(alone: u64, together: &[u64]) -> f64 {
            (together.iter().sum::<u64>() / alone) as f64
        }
        caught("together they made [250]: E is 0.25. Yours says: 0.", || {
            effective_cores_are_counted(effective_cores);
        });
    }

    #[test]
    fn the_number_of_threads() {
        fn effective_cores(_alone: u64, together: &[u64]) -> f64 {
            together.len() as f64
        }
        caught("Yours says: 1.", || effective_cores_are_counted(effective_cores));
    }

    #[test]
    fn the_fastest_for_all() {
        fn effective_cores(alone: u64, together: &[u64]) -> f64 {
            let fastest = together.iter().max().copied().unwrap_or(0);
            fastest as f64 * together.len() as f64 / alone as f64
        }
        caught("together they made [250, 500]: E is 0.75. Yours says: 1.", || {
            effective_cores_are_counted(effective_cores);
        });
    }
}

mod proof3 {
    use super::{Round, Verdict, caught};
    use crate::proof::verdicts_are_just;

    fn ratio(round: &Round) -> f64 {
        round.one_thread / round.two_threads
    }

    fn steady(round: &Round) -> bool {
        (round.e_before - round.e_after).abs() <= 0.1 * round.e_before.max(round.e_after)
    }

    /// The solution, but for the rounds that are left.
    fn by_interval(left: &[&Round], bound: f64, quiet: bool) -> Verdict {
        match left.iter().filter(|round| ratio(round) >= bound).count() {
            all if all == left.len() => Verdict::Proven,
            0 if quiet => Verdict::Refuted,
            _ => Verdict::CannotShow,
        }
    }

    #[test]
    fn two_verdicts_by_the_mean() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let mean = rounds.iter().map(ratio).sum::<f64>() / rounds.len() as f64;
            if mean >= bound { Verdict::Proven } else { Verdict::Refuted }
        }
        caught("CannotShow: fewer than three rounds are left", || verdicts_are_just(judge));
    }

    #[test]
    fn a_busy_machine_refutes() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let left: Vec<_> = rounds.iter().filter(|round| steady(round)).collect();
            if left.len() < 3 { Verdict::CannotShow } else { by_interval(&left, bound, true) }
        }
        caught("CannotShow: E did not always reach the bound", || verdicts_are_just(judge));
    }

    #[test]
    fn restless_rounds_count() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let left: Vec<_> = rounds.iter().collect();
            let quiet = left.iter().all(|round| round.e_before.min(round.e_after) >= bound);
            if left.len() < 3 { Verdict::CannotShow } else { by_interval(&left, bound, quiet) }
        }
        caught(
            "fewer than three rounds are left in which E did not move. Yours says: Proven",
            || {
                verdicts_are_just(judge);
            },
        );
    }

    #[test]
    fn the_middle_of_the_interval_decides() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let left: Vec<_> = rounds.iter().filter(|round| steady(round)).collect();
            let least = left.iter().map(|round| ratio(round)).fold(f64::MAX, f64::min);
            let most = left.iter().map(|round| ratio(round)).fold(0.0, f64::max);
            match (least + most) / 2.0 {
                _ if left.len() < 3 => Verdict::CannotShow,
                middle if middle >= bound => Verdict::Proven,
                _ if left.iter().all(|round| round.e_after >= bound) => Verdict::Refuted,
                _ => Verdict::CannotShow,
            }
        }
        caught("CannotShow: the bound lies within the interval. Yours says: Proven", || {
            verdicts_are_just(judge);
        });
    }

    #[test]
    fn proven_asks_for_a_quiet_machine_and_rounds_that_were_thrown_away_too() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let quiet = rounds.iter().all(|round| round.e_before.min(round.e_after) >= bound);
            let left: Vec<_> = rounds.iter().filter(|round| steady(round)).collect();
            if left.len() < 3 || !quiet {
                return Verdict::CannotShow;
            }
            by_interval(&left, bound, quiet)
        }
        caught("Proven: the whole interval reaches the bound. Yours says: CannotShow", || {
            verdicts_are_just(judge);
        });
    }

    #[test]
    fn e_is_looked_at_only_before_a_round() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let left: Vec<_> = rounds.iter().filter(|round| steady(round)).collect();
            let quiet = left.iter().all(|round| round.e_before >= bound);
            if left.len() < 3 { Verdict::CannotShow } else { by_interval(&left, bound, quiet) }
        }
        caught("CannotShow: E did not always reach the bound", || verdicts_are_just(judge));
    }

    #[test]
    fn a_tenth_of_what_e_was_before() {
        fn judge(rounds: &[Round], bound: f64) -> Verdict {
            let moved = |round: &Round| (round.e_before - round.e_after).abs() / round.e_before;
            let left: Vec<_> = rounds.iter().filter(|round| moved(round) <= 0.11).collect();
            let quiet = left.iter().all(|round| round.e_before.min(round.e_after) >= bound);
            if left.len() < 3 { Verdict::CannotShow } else { by_interval(&left, bound, quiet) }
        }
        caught("fewer than three rounds are left", || verdicts_are_just(judge));
    }
}
