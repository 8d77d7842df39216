//! The interval of a median: known answers, and what holds of every one.

use claims::Interval;
use proptest::prelude::*;

fn of(values: &[f64]) -> Interval {
    Interval::of(values).expect("values")
}

#[test]
fn known_answers() {
    let cases: [(&[f64], [f64; 3]); 5] = [
        (&[7.0], [7.0, 7.0, 7.0]),
        (&[3.0, 3.0, 3.0, 3.0], [3.0, 3.0, 3.0]),
        (&[1.0, 2.0], [1.0, 1.5, 2.0]),
        // Of nine values the median of a sample is below the second in 0.1 % of the cases, and the
        // second or less in 3 %: the sum of binomials with p = 1/9 and 2/9.
        (&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0], [2.0, 5.0, 8.0]),
        // One value that is far off moves neither the median nor the interval.
        (&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9e9], [2.0, 5.0, 8.0]),
    ];
    for (values, [low, middle, high]) in cases {
        assert_eq!(of(values), Interval { low, middle, high }, "{values:?}");
    }
}

#[test]
fn nothing_comes_of_nothing_or_of_what_is_no_number() {
    let cases: [&[f64]; 4] = [&[], &[f64::NAN], &[1.0, f64::INFINITY], &[1.0, f64::NAN, 2.0]];
    for values in cases {
        assert_eq!(Interval::of(values), None, "{values:?}");
    }
}

/// The bounds cover what they say: of many sets of nine values drawn from 0 to 1, some 95 % have an
/// interval with the true median, one half. The generator has a fixed seed, so this is no flake.
#[test]
fn ninety_five_of_a_hundred_intervals_hold_the_true_median() {
    let mut random = crate::simulator::Random::new(95);
    let sets = 2_000;
    let covered = (0..sets).filter(|_| {
        let values: Vec<f64> = (0..9).map(|_| random.share()).collect();
        let interval = of(&values);
        interval.low <= 0.5 && 0.5 <= interval.high
    });
    let covered = covered.count() as f64 / f64::from(sets);
    assert!((0.94..0.98).contains(&covered), "{covered}");
}

proptest! {
    #[test]
    fn the_median_lies_within_and_all_within_the_values(
        values in prop::collection::vec(-1e6_f64..1e6, 1..40),
    ) {
        let Interval { low, middle, high } = of(&values);
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        prop_assert!(least <= low && low <= middle && middle <= high && high <= most);
        let below = values.iter().filter(|&&value| value <= middle).count();
        prop_assert!(2 * below >= values.len());
    }

    #[test]
    fn the_order_makes_no_difference(
        (values, shuffled) in prop::collection::vec(0.1_f64..10.0, 1..30)
            .prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
    ) {
        prop_assert_eq!(of(&values), of(&shuffled));
    }

    #[test]
    fn the_same_values_four_times_make_it_no_wider(
        values in prop::collection::vec(0.1_f64..10.0, 3..20),
    ) {
        let (once, often) = (of(&values), of(&values.repeat(4)));
        prop_assert!(often.high - often.low <= once.high - once.low, "{:?} {:?}", once, often);
    }
}
