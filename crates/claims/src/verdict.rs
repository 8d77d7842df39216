//! What rounds say about a claim: proven here, this machine cannot show it, or refuted.
//!
//! **What is promised.** A busy machine may answer "cannot show it", never a wrong "refuted". Other
//! load can take any share of any phase, so a ratio on the wrong side is not enough. Refuted is
//! said only where all of this holds:
//!
//! * the whole interval of the median lies on the wrong side of the bound;
//! * at least [`ENOUGH`] rounds were steady, and at most a tenth of all were not: load that comes
//!   and goes betrays itself in a round that it did not fill;
//! * the machine was quiet: the median of E is within a tenth of what so many workers can reach on
//!   so many CPUs, and E before and after every kept round within a tenth of that median. More
//!   than can be reached is a sign of load as well, of one that slows a single spinner down, and an
//!   *at most* is not refuted with more workers than CPUs, who gain from such load;
//! * every single kept round misses the bound, and by more than what can have been hidden:
//!   load that E did not show can be as large as what E lacks, all of it may have fallen on one
//!   worker for whom the others waited, and E itself is known to a tenth.
//!
//! So a claim that is false by a little is never refuted; with many workers a quiet machine's own
//! shortfall hides more, and where E stays low on a quiet machine too, as that of memory work may,
//! nothing is refuted at all. That is the price, and it is paid in "cannot show it".
//!
//! Proven asks for the interval alone, but for one thing: that a ratio is *at most* so much is
//! shown by steady machines only, since whatever slows the contender down makes it look true.
//!
//! **What is not covered.** Load that runs whenever a contender does and pauses whenever E is
//! measured would be taken for the contender's own fault, in either verdict; nothing that runs
//! beside a program can tell the two apart. Load that never pauses can prove an *at most* that is
//! false, unless the claim states the effective cores that it needs. Load that lowers E around the
//! rounds and not within them can prove a bound that E is divided out of. The tests hold the
//! promise against ten thousand made-up measurements, and count the wrong proofs. Hence the
//! passport beside every figure, and a committed measurement from a quiet machine.

mod reasons;
mod rules;

use rules::Seen;
use serde::{Deserialize, Serialize};

use crate::claim::{Bench, Claim, Evidence};
use crate::interval::{Interval, median};
use crate::rounds::{Round, six_digits};
use crate::witness::judge_witness;

/// How many steady rounds a verdict needs: the interval of fewer is as wide as their whole range.
pub const ENOUGH: usize = 9;

/// What rounds say about a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Proven on this machine.
    Proven,
    /// This machine cannot show it now; why, in plain words.
    CannotShow(String),
    /// It is false on this machine; by how much, in plain words.
    Refuted(String),
}

/// A verdict and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The ratio of the baseline's time to the contender's, over the kept rounds: the figure for
    /// the page. Nothing where no round was kept, and for the claims of tests.
    pub interval: Option<Interval>,
    /// What the bound was held against: the same ratio, or each round's divided by its E.
    pub held: Option<Interval>,
    /// How many rounds were steady and hence kept.
    pub kept: usize,
    /// How many rounds there were.
    pub rounds: usize,
    /// The median of E before and after the kept rounds, or all rounds where none was kept.
    pub e: Option<f64>,
    /// How often a certificate's witness was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnesses: Option<u64>,
}

impl Judgement {
    /// The judgement on a claim whose gating test has passed.
    #[must_use]
    pub fn tested() -> Judgement {
        Judgement {
            verdict: Verdict::Proven,
            interval: None,
            held: None,
            kept: 0,
            rounds: 0,
            e: None,
            witnesses: None,
        }
    }

    /// The judgement as it is kept in a file: its figures to six significant digits.
    pub(crate) fn rounded(self) -> Judgement {
        let interval = |interval: Interval| Interval {
            low: six_digits(interval.low),
            middle: six_digits(interval.middle),
            high: six_digits(interval.high),
        };
        Judgement {
            interval: self.interval.map(interval),
            held: self.held.map(interval),
            e: self.e.map(six_digits),
            ..self
        }
    }
}

/// Judges a claim by the rounds that were measured for it, on a machine with so many CPUs that the
/// program may use.
///
/// A claim that a test gates is proven when the test has passed. That is the test's affair, so it
/// is taken for granted here, and rounds make no difference. A certificate is not shown by rounds
/// either, but by [`judge_witness`].
#[must_use]
pub fn judge(claim: &Claim, rounds: &[Round], cpus: usize) -> Judgement {
    match &claim.evidence {
        Evidence::Test { .. } => Judgement::tested(),
        Evidence::Witness { line } => judge_witness(line, ""),
        Evidence::Bench(bench) => judge_bench(bench, rounds, cpus),
    }
}

fn judge_bench(bench: &Bench, rounds: &[Round], cpus: usize) -> Judgement {
    let kept: Vec<Round> = rounds.iter().copied().filter(Round::is_steady).collect();
    let ratios: Vec<f64> = kept.iter().map(Round::ratio).collect();
    let held: Vec<f64> = kept.iter().map(|round| round.held_against(bench.bound)).collect();
    let windows = windows(if kept.is_empty() { rounds } else { &kept });
    let seen = Seen {
        bench,
        rounds: rounds.len(),
        interval: Interval::of(&held),
        held,
        e: median(&windows),
        windows,
        reach: bench.workers.min(cpus.max(1)) as f64,
        cpus,
    };
    Judgement {
        verdict: seen.verdict(),
        interval: Interval::of(&ratios),
        held: seen.interval,
        kept: kept.len(),
        rounds: rounds.len(),
        e: seen.e,
        witnesses: None,
    }
}

/// E before and after each of these rounds, where it could be measured.
fn windows(rounds: &[Round]) -> Vec<f64> {
    let both = rounds.iter().flat_map(|round| [round.e_before, round.e_after]);
    both.filter(|e| e.is_finite() && *e >= 0.0).collect()
}
