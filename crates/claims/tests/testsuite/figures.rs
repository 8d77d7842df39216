//! What charts take from a measurement: rounds before estimates, and nothing that was not measured.

use claims::{Estimate, Interval, Measured};

use crate::measured::{measured, rounds, two_threads};
use crate::verdict::round;

#[test]
fn a_time_comes_from_rounds_and_else_from_criterion() {
    let mut measured = measured();
    let rounds: Vec<f64> = rounds().iter().map(|round| round.contender_ns).collect();
    let time = measured.time("sum/scoped-2").expect("measured");
    assert_eq!(time.middle, Interval::of(&rounds).expect("rounds").middle);
    assert_eq!(measured.time("sum/scoped-3"), None);

    measured.estimate("sum/scoped-3", Estimate { median_ns: 8.0, low_ns: 7.0, high_ns: 9.0 });
    let once = Interval { low: 7.0, middle: 8.0, high: 9.0 };
    assert_eq!(measured.time("sum/scoped-3"), Some(once));
}

#[test]
fn too_few_rounds_leave_the_estimate() {
    let mut measured = Measured::new(measured().passport, String::new());
    measured.estimate("sum/scoped-2", Estimate { median_ns: 8.0, low_ns: 7.0, high_ns: 9.0 });
    measured.judged(&two_threads(), &[round(1.9, 1.9); 8]);
    assert_eq!(measured.time("sum/scoped-2").map(|time| time.middle), Some(8.0));
}

#[test]
fn a_ratio_is_the_one_that_was_judged_and_else_a_quotient() {
    let mut measured = measured();
    let judged = measured.claim("two-threads").expect("a claim").judgement.interval;
    assert_eq!(measured.ratio("sum/sequential", "sum/scoped-2"), judged);

    measured.estimate("sum/slow", Estimate { median_ns: 20.0, low_ns: 16.0, high_ns: 24.0 });
    measured.estimate("sum/fast", Estimate { median_ns: 10.0, low_ns: 8.0, high_ns: 12.0 });
    let quotient = measured.ratio("sum/slow", "sum/fast").expect("both were measured");
    let widest = Interval { low: 16.0 / 12.0, middle: 2.0, high: 3.0 };
    assert_eq!(quotient, widest);
    assert_eq!(measured.ratio("sum/slow", "sum/none"), None);
}

#[test]
fn effective_cores_belong_to_a_number_of_spinners() {
    let cores = measured().effective_cores();
    assert_eq!(cores.keys().collect::<Vec<_>>(), [&2]);
    assert!((1.9..1.96).contains(&cores[&2]), "{cores:?}");
}
