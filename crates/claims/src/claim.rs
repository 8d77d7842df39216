//! A claim: a sentence, and the evidence that carries it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A sentence with a figure that a chapter may use, from an example's `claims.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name, in kebab-case, unique within the file: `two-threads`.
    pub id: String,
    /// The sentence.
    pub says: String,
    /// What sort of evidence it has, as a label for the reader.
    pub kind: Kind,
    /// The evidence itself.
    pub evidence: Evidence,
    /// The line on which it begins in `claims.toml`, counted from 1.
    pub line: usize,
}

impl Claim {
    /// The benchmarks that carry it, where benchmarks do.
    #[must_use]
    pub fn bench(&self) -> Option<&Bench> {
        match &self.evidence {
            Evidence::Bench(bench) => Some(bench),
            Evidence::Test { .. } | Evidence::Witness { .. } => None,
        }
    }
}

/// The sort of evidence that a claim has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A formula, a structural fact or virtual time; no clock is read.
    Exact,
    /// An observation that can be made in one way only, however slow the machine.
    Certificate,
    /// Equal to an exhaustive search.
    Model,
    /// One benchmark against another.
    Ratio,
}

/// What carries a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// A test that fails when the claim does.
    Test {
        /// The test's name.
        test: String,
        /// The figure, as the example's `expected.txt` has it: `14 min`.
        prints: Option<String>,
    },
    /// A count above zero that the example prints: something that can be seen in one way only.
    Witness {
        /// The line of `expected.txt` whose hole is the count: `neither saw: [..] of 20 rounds`.
        line: String,
    },
    /// Two benchmarks, measured in rounds.
    Bench(Bench),
}

/// Two benchmarks, and how their times must compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Bench {
    /// Criterion's id of the best sequential code: `sum/sequential`.
    pub baseline: String,
    /// Criterion's id of what is compared with it: `sum/scoped-2`.
    pub contender: String,
    /// What the ratio of their times must be.
    pub bound: Bound,
    /// How many effective cores a machine must give for the claim to mean anything there. Without
    /// it the claim holds on every machine, with one CPU too.
    pub needs_e: Option<f64>,
    /// The kind of work that the effective cores are measured with.
    pub work: Work,
    /// How many spinners work together in that measurement.
    pub workers: usize,
}

/// A bound on the ratio *time of the baseline ÷ time of the contender*.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// The contender is at least so many times as fast.
    AtLeast(f64),
    /// The contender is at most so many times as fast.
    AtMost(f64),
    /// The ratio, divided by the effective cores of its round, is at least so much: the contender
    /// uses at least this share of what the machine could give just then.
    AtLeastTimesE(f64),
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::AtLeast(bound) => write!(f, "at least {bound}"),
            Bound::AtMost(bound) => write!(f, "at most {bound}"),
            Bound::AtLeastTimesE(bound) => write!(f, "at least {bound} × E"),
        }
    }
}

/// A kind of work; cores that share a part of the machine share it for one kind and not another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Work {
    /// Whole numbers in registers.
    #[default]
    Integer,
    /// Floating point numbers in registers.
    Float,
    /// Reading through more memory than a core's own cache holds.
    Memory,
}

impl Work {
    /// Each kind, in the order in which they are shown.
    pub const ALL: [Work; 3] = [Work::Integer, Work::Float, Work::Memory];
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Work::Integer => "integer",
            Work::Float => "float",
            Work::Memory => "memory",
        })
    }
}
