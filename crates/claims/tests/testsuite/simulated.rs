//! Verdicts against the truth, on machines that were made up.
//!
//! The promise under test: a busy machine never refutes what is true. Ten thousand measurements
//! beside random other programs, each of a claim that the quiet machine bears out.

use claims::{Bound, Claim, Interval, Round, Verdict, judge};

use crate::simulator::{Machine, Measurement, Random};

/// A random machine of one to four cores.
fn machine(random: &mut Random, seed: u64, least: usize) -> Machine {
    let cores = if random.chance(0.6) { 2 } else { least + random.below(5 - least) };
    Machine::quiet(Random::new(seed ^ 0xC0FFEE), cores)
}

/// What a rule would say that looks at the interval of the steady rounds alone.
fn naive_refutes(claim: &Claim, rounds: &[Round]) -> bool {
    let bound = claim.bench().expect("a claim with a bench").bound;
    let steady = rounds.iter().filter(|round| round.is_steady());
    let held: Vec<f64> = steady
        .map(|round| match bound {
            Bound::AtLeastTimesE(_) => round.ratio() / round.e(),
            _ => round.ratio(),
        })
        .collect();
    let Some(interval) = Interval::of(&held).filter(|_| held.len() >= 9) else { return false };
    match bound {
        Bound::AtLeast(bound) | Bound::AtLeastTimesE(bound) => interval.high < bound,
        Bound::AtMost(bound) => interval.low > bound,
    }
}

#[test]
fn a_busy_machine_never_refutes_what_is_true() {
    let (mut wrong, mut naive, mut proven) = (Vec::new(), 0, 0);
    for seed in 0..10_000 {
        let mut random = Random::new(seed);
        let quiet = machine(&mut random, seed, 1);
        // Often true by nothing at all: that is where a little stolen time would refute it.
        let truth = if random.chance(0.4) { 1.0 } else { random.between(1.0, 1.5) };
        let measurement = Measurement::of(&quiet, &mut random, truth);
        let mut busy = quiet.busy();
        let rounds = measurement.rounds(&mut busy);
        match judge(&measurement.claim, &rounds, quiet.cores).verdict {
            Verdict::Refuted(how) => wrong.push((seed, how)),
            Verdict::Proven => proven += 1,
            Verdict::CannotShow(_) => {}
        }
        naive += usize::from(naive_refutes(&measurement.claim, &rounds));
    }
    println!(
        "{proven} proven; {naive} would be refuted by the interval alone; {} wrong",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{} wrong: {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);
    // The simulated load is heavy enough to mean something, and the judge does not only shrug.
    assert!(naive > 300, "the interval alone would have refuted only {naive}");
    assert!(proven > 1_000, "only {proven} proven");
}

#[test]
fn a_quiet_machine_refutes_what_is_false_and_proves_what_is_true() {
    let (mut refuted, mut proven, runs) = (0, 0, 2_000);
    for seed in 0..runs {
        let mut random = Random::new(seed);
        let quiet = machine(&mut random, seed, 2);
        let truth = random.between(0.2, 0.7);
        let false_one = Measurement::with(&quiet, &mut random, 2, |bound| bound, truth);
        let rounds = false_one.rounds(&mut quiet.clone());
        let verdict = judge(&false_one.claim, &rounds, quiet.cores).verdict;
        refuted += usize::from(matches!(verdict, Verdict::Refuted(_)));

        let truth = random.between(1.05, 1.5);
        let true_one = Measurement::of(&quiet, &mut random, truth);
        let rounds = true_one.rounds(&mut quiet.clone());
        let verdict = judge(&true_one.claim, &rounds, quiet.cores).verdict;
        proven += usize::from(verdict == Verdict::Proven);
    }
    println!("{refuted} refuted and {proven} proven of {runs}");
    assert!(refuted as f64 >= 0.99 * runs as f64, "only {refuted} of {runs} refuted");
    assert!(proven as f64 >= 0.99 * runs as f64, "only {proven} of {runs} proven");
}

/// Not promised, but held: of claims that are false by a fifth or more, a busy machine proves at
/// most one in fifty.
#[test]
fn a_busy_machine_seldom_proves_what_is_false() {
    let runs = 2_000;
    let proven = (0..runs).filter(|&seed| {
        let mut random = Random::new(seed);
        let quiet = machine(&mut random, seed, 1);
        let truth = random.between(0.4, 0.8);
        let measurement = Measurement::of(&quiet, &mut random, truth);
        let rounds = measurement.rounds(&mut quiet.busy());
        judge(&measurement.claim, &rounds, quiet.cores).verdict == Verdict::Proven
    });
    let proven = proven.count() as u64;
    println!("{proven} of {runs} wrongly proven");
    assert!(50 * proven <= runs, "{proven} of {runs} proven");
}
