//! Verdicts on rounds that were written by hand, each with the reason in plain words.

use claims::{Bench, Bound, Claim, Evidence, Interval, Judgement, Kind, Round, Verdict, Work};
use claims::{figure, interval_in_words, judge};
use proptest::prelude::*;

/// A claim with this bound, of two workers, that needs this many effective cores.
pub(crate) fn claim(bound: Bound, needs_e: Option<f64>) -> Claim {
    let bench = Bench {
        baseline: "sum/sequential".to_owned(),
        contender: "sum/scoped-2".to_owned(),
        bound,
        needs_e,
        work: Work::Integer,
        workers: 2,
    };
    let (id, says) = ("two-threads".to_owned(), "Two threads take half the time".to_owned());
    Claim { id, says, kind: Kind::Ratio, evidence: Evidence::Bench(bench), line: 1 }
}

/// A claim that a test gates.
pub(crate) fn tested(prints: Option<&str>) -> Claim {
    let evidence = Evidence::Test { test: "a test".to_owned(), prints: prints.map(str::to_owned) };
    Claim { kind: Kind::Exact, evidence, ..claim(Bound::AtLeast(1.0), None) }
}

/// A steady round with this E and this ratio.
pub(crate) fn round(e: f64, ratio: f64) -> Round {
    Round { e_before: e, e_after: e, baseline_ns: 1000.0 * ratio, contender_ns: 1000.0 }
}

/// Nine rounds whose ratios vary by less than a hundredth.
fn nine(e: f64, ratio: f64) -> Vec<Round> {
    (0..9).map(|i| round(e, ratio * (0.992 + 0.002 * f64::from(i)))).collect()
}

const AT_LEAST: Bound = Bound::AtLeast(1.8);
const AT_MOST: Bound = Bound::AtMost(1.8);
const TIMES_E: Bound = Bound::AtLeastTimesE(0.9);

/// The verdict on these rounds with two CPUs, as one line.
fn verdict(claim: &Claim, rounds: &[Round], cpus: usize) -> String {
    match judge(claim, rounds, cpus).verdict {
        Verdict::Proven => "proven".to_owned(),
        Verdict::CannotShow(reason) => format!("cannot show it: {reason}"),
        Verdict::Refuted(how) => format!("refuted: {how}"),
    }
}

#[test]
fn the_interval_decides_on_a_quiet_machine() {
    let cases = [
        (AT_LEAST, 1.9, "proven"),
        (AT_LEAST, 1.0, "refuted: 1.00 (0.994–1.01), 44 % below the bound of at least 1.8"),
        (
            AT_LEAST,
            1.8,
            "cannot show it: 1.80 (1.79–1.81) does not settle whether it is at least 1.8",
        ),
        (
            AT_LEAST,
            1.7,
            "cannot show it: 1.70 (1.69–1.71) misses at least 1.8, by less than other load could have hidden",
        ),
        (AT_MOST, 1.7, "proven"),
        (AT_MOST, 2.7, "refuted: 2.70 (2.68–2.72), 50 % above the bound of at most 1.8"),
        (
            AT_MOST,
            1.8,
            "cannot show it: 1.80 (1.79–1.81) does not settle whether it is at most 1.8",
        ),
        (
            AT_MOST,
            1.9,
            "cannot show it: 1.90 (1.89–1.91) misses at most 1.8, by less than other load could have hidden",
        ),
        (TIMES_E, 1.9, "proven"),
        (
            TIMES_E,
            1.0,
            "refuted: 0.510 × E (0.507–0.513), 43 % below the bound of at least 0.9 × E",
        ),
    ];
    for (bound, ratio, expected) in cases {
        let rounds = nine(1.96, ratio);
        assert_eq!(verdict(&claim(bound, Some(1.5)), &rounds, 2), expected, "{bound}, {ratio}");
    }
}

#[test]
fn a_machine_that_gives_too_little_cannot_show_it() {
    let needy = claim(AT_LEAST, Some(1.5));
    let said = verdict(&needy, &nine(0.7, 0.7), 2);
    assert_eq!(said, "cannot show it: this machine gave 0.7 effective cores; the claim needs 1.5");
    // Half a CPU by quota, on a machine with two.
    let said = verdict(&needy, &nine(0.5, 0.5), 2);
    assert_eq!(said, "cannot show it: this machine gave 0.5 effective cores; the claim needs 1.5");
    let said = verdict(&needy, &nine(1.499, 1.9), 2);
    assert_eq!(
        said,
        "cannot show it: this machine gave 1.499 effective cores; the claim needs 1.5"
    );
    let said = verdict(&needy, &nine(1.0, 1.0), 1);
    assert_eq!(said, "cannot show it: one CPU only; the claim needs 1.5 effective cores");
    assert_eq!(verdict(&needy, &nine(1.0, 1.0), 0), said);
    assert_eq!(verdict(&needy, &nine(1.5, 1.9), 2), "proven");
}

#[test]
fn a_claim_without_needs_holds_on_one_cpu_too() {
    let modest = claim(Bound::AtLeastTimesE(0.9), None);
    assert_eq!(verdict(&modest, &nine(1.0, 0.97), 1), "proven");
    let said = verdict(&modest, &nine(1.0, 0.5), 1);
    assert_eq!(said, "refuted: 0.500 × E (0.497–0.503), 44 % below the bound of at least 0.9 × E");
}

#[test]
fn too_few_steady_rounds_cannot_show_it() {
    let claim = claim(AT_LEAST, None);
    assert_eq!(verdict(&claim, &[], 2), "cannot show it: 0 rounds measured; at least 9 are needed");
    let said = verdict(&claim, &nine(1.96, 1.9)[..1], 2);
    assert_eq!(said, "cannot show it: 1 round measured; at least 9 are needed");
    let mut rounds = nine(1.96, 1.9);
    for round in &mut rounds[4..] {
        round.e_after = 1.5;
    }
    let said = verdict(&claim, &rounds, 2);
    assert_eq!(said, "cannot show it: only 4 of 9 rounds were steady; at least 9 are needed");
    let judgement = judge(&claim, &rounds, 2);
    assert_eq!((judgement.kept, judgement.rounds, judgement.e), (4, 9, Some(1.96)));
}

#[test]
fn a_round_is_steady_where_e_moves_by_at_most_a_tenth() {
    let moved = |e_before, e_after| Round { e_before, e_after, ..round(1.0, 1.0) }.is_steady();
    assert!(moved(2.0, 2.0) && moved(2.0, 1.81) && moved(1.81, 2.0));
    assert!(!moved(2.0, 1.79) && !moved(1.79, 2.0) && !moved(0.0, 0.0));
    for wrong in [0.0, -1.0, 1e-300, 1e300, f64::NAN, f64::INFINITY] {
        let good = round(1.0, 1.0);
        assert!(!Round { e_before: wrong, ..good }.is_steady(), "{wrong}");
        assert!(!Round { e_after: wrong, ..good }.is_steady(), "{wrong}");
        assert!(!Round { baseline_ns: wrong, ..good }.is_steady(), "{wrong}");
        assert!(!Round { contender_ns: wrong, ..good }.is_steady(), "{wrong}");
    }
}

#[test]
fn only_a_quiet_machine_refutes() {
    let claim = claim(AT_LEAST, None);
    let start = "cannot show it: 1.00 (0.994–1.01), but ";
    // Load that never pauses.
    let said = verdict(&claim, &nine(1.7, 1.0), 2);
    assert_eq!(said, format!("{start}the machine was not quiet: 1.7 effective cores of 2"));
    // Load that comes and goes, in rounds that it fills, and in some that it does not.
    let mut rounds = nine(1.96, 1.0);
    rounds[3] = round(1.7, 0.998);
    let said = verdict(&claim, &rounds, 2);
    assert_eq!(said, format!("{start}the effective cores went from 1.7 to 2"));
    let mut rounds = [nine(1.96, 1.0), nine(1.96, 1.0)].concat();
    rounds[3].e_after = 1.2;
    assert!(verdict(&claim, &rounds, 2).starts_with("refuted"), "one of eighteen");
    rounds[7].e_before = 1.2;
    let said = verdict(&claim, &rounds, 2);
    assert!(said.ends_with("but only 16 of 18 rounds were steady"), "{said}");
    // More workers than CPUs, who get more of a busy machine than one worker does.
    let said = verdict(&self::claim(Bound::AtMost(0.5), None), &nine(1.0, 1.0), 1);
    assert!(said.ends_with("but 2 workers on 1 CPU may have gained from other load"), "{said}");
    // One single round that is not on the wrong side.
    let mut rounds = nine(1.96, 1.0);
    rounds[8] = round(1.96, 1.85);
    let said = verdict(&claim, &rounds, 2);
    assert!(said.ends_with("by less than other load could have hidden"), "{said}");
}

#[test]
fn more_cores_than_there_are_is_a_sign_of_load() {
    // One CPU of which others take a tenth of a tenth: two spinners get twice what one gets.
    for ratio in [0.5, 1.9] {
        let said = verdict(&claim(AT_LEAST, None), &nine(1.8, ratio), 1);
        let expected = "cannot show it: 1.8 effective cores were seen where there are 1: other \
                        programs slowed the single worker down";
        assert_eq!(said, expected, "{ratio}");
    }
}

#[test]
fn at_most_is_shown_by_steady_machines_only() {
    // Whatever slows the contender down makes it look true.
    let mut rounds = nine(1.96, 1.0);
    assert_eq!(verdict(&claim(AT_MOST, None), &rounds, 2), "proven");
    rounds[3] = round(1.4, 1.0);
    let said = verdict(&claim(AT_MOST, None), &rounds, 2);
    assert!(said.ends_with("but the effective cores went from 1.4 to 2"), "{said}");
    assert_eq!(verdict(&claim(Bound::AtLeast(0.9), None), &rounds, 2), "proven");
}

#[test]
fn a_tested_claim_is_proven_by_its_test() {
    let judgement = judge(&tested(Some("14 min")), &nine(0.1, 0.1), 1);
    assert_eq!(judgement, Judgement::tested());
    assert_eq!(judgement.verdict, Verdict::Proven);
    assert_eq!(figure(&tested(Some("14 min")), &judgement).as_deref(), Some("14 min"));
    assert_eq!(figure(&tested(None), &judgement), None);
    assert_eq!(interval_in_words(&judgement), None);
}

#[test]
fn the_figure_is_the_ratio_and_not_what_the_bound_is_held_against() {
    let claim = claim(TIMES_E, None);
    let judgement = judge(&claim, &nine(1.96, 1.893), 2);
    assert_eq!(figure(&claim, &judgement).as_deref(), Some("1.9×"));
    assert_eq!(interval_in_words(&judgement).as_deref(), Some("1.88–1.90× (95 %)"));
    let Judgement { interval: Some(interval), held: Some(held), .. } = judgement else {
        panic!("nine rounds have an interval")
    };
    let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let Interval { low, middle, high } = interval;
    assert!(close(low / 1.96, held.low) && close(high / 1.96, held.high));
    assert!(close(middle, 1.893) && close(middle / 1.96, held.middle));
    let nothing = judge(&claim, &[], 2);
    assert_eq!((figure(&claim, &nothing), interval_in_words(&nothing)), (None, None));
}

fn rounds() -> impl Strategy<Value = Vec<Round>> {
    let any = prop_oneof![
        8 => 0.1_f64..5.0,
        1 => prop::sample::select(vec![0.0, -1.0, f64::NAN, f64::INFINITY, 1e-300, 1e300]),
    ];
    let round = [any.clone(), any.clone(), any.clone(), any].prop_map(
        |[a, b, baseline_ns, contender_ns]| {
            // Most rounds are steady, or there would be little to judge.
            let e_after = if b < 4.0 { a } else { b };
            Round { e_before: a, e_after, baseline_ns, contender_ns }
        },
    );
    prop::collection::vec(round, 0..30)
}

fn bounds() -> impl Strategy<Value = Bound> {
    (0.1_f64..4.0, 0..3).prop_map(|(bound, kind)| match kind {
        0 => Bound::AtLeast(bound),
        1 => Bound::AtMost(bound),
        _ => Bound::AtLeastTimesE(bound),
    })
}

proptest! {
    /// Whatever the rounds hold, there is a verdict, it says something, and the order of the rounds
    /// makes no difference.
    #[test]
    fn every_list_of_rounds_has_a_verdict(
        mut rounds in rounds(),
        bound in bounds(),
        needs_e in prop::option::of(0.1_f64..2.0),
        cpus in 0_usize..5,
    ) {
        let claim = claim(bound, needs_e);
        let judgement = judge(&claim, &rounds, cpus);
        match &judgement.verdict {
            Verdict::Proven => prop_assert!(judgement.kept >= 9),
            Verdict::CannotShow(reason) => prop_assert!(!reason.is_empty()),
            Verdict::Refuted(how) => prop_assert!(judgement.kept >= 9 && !how.is_empty()),
        }
        prop_assert_eq!(judgement.interval.is_some(), judgement.kept > 0);
        prop_assert!(judgement.kept <= judgement.rounds && judgement.rounds == rounds.len());
        rounds.reverse();
        prop_assert_eq!(judge(&claim, &rounds, cpus), judgement);
    }

    /// No list of rounds both proves that a ratio is at least so much and that it is at most less.
    #[test]
    fn opposite_claims_are_not_both_proven(e in 0.5_f64..2.2, ratio in 0.1_f64..4.0, bound in 0.1_f64..4.0) {
        let rounds = nine(e, ratio);
        let least = judge(&claim(Bound::AtLeast(bound), None), &rounds, 2).verdict;
        let most = judge(&claim(Bound::AtMost(bound * 0.999), None), &rounds, 2).verdict;
        prop_assert!(!(least == Verdict::Proven && most == Verdict::Proven));
        let refuted = |verdict: &Verdict| matches!(verdict, Verdict::Refuted(_));
        prop_assert!(!(refuted(&least) && refuted(&most)));
    }
}
