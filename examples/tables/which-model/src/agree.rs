//! What it means that the computed ranking is the measured one.

use crate::costs::Costs;
use crate::jobs::Job;
use crate::model::{Model, ranking, time};
use std::fmt;

// ANCHOR: margin
/// Two times of which neither is so many times the other are as good as equal.
pub const MARGIN: f64 = 1.5;
// ANCHOR_END: margin

/// What a job took, by model in the order of [`Model::ALL`], in nanoseconds; none where it was not
/// run, because it would have taken too long.
pub type Took = [Option<f64>; 7];

/// The model that took least, of those that the job allows.
#[must_use]
pub fn fastest(job: &Job, took: &Took) -> Option<Model> {
    let allowed = Model::ALL.into_iter().filter(|model| model.isolates() || !job.isolated);
    let run = allowed.filter(|&model| took[model as usize].is_some());
    run.min_by(|&a, &b| {
        took[a as usize]
            .unwrap_or(f64::INFINITY)
            .total_cmp(&took[b as usize].unwrap_or(f64::INFINITY))
    })
}

/// How far the formulas and the clock agree.
///
/// * Of each two models that were run, the one that should take less, by the [`MARGIN`] or more,
///   must have taken less.
/// * The recommended model must have taken less than the fastest that the job allows, times the
///   margin.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// How many pairs the formulas tell apart.
    pub pairs: usize,
    /// How many jobs there were.
    pub jobs: usize,
    /// Where the two do not agree.
    pub faults: Vec<String>,
}

impl Agreement {
    /// Takes one more job into account.
    pub fn add(&mut self, name: &str, job: &Job, costs: &Costs, took: &Took) {
        self.jobs += 1;
        let times = |model: Model| Some((time(model, job, costs), took[model as usize]?));
        for fast in Model::ALL {
            for slow in Model::ALL {
                let (Some((less, a)), Some((more, b))) = (times(fast), times(slow)) else {
                    continue;
                };
                if fast == slow || more < MARGIN * less {
                    continue;
                }
                self.pairs += 1;
                if a >= b {
                    let (fast, slow) = (fast.name(), slow.name());
                    self.faults.push(format!("{name}: {fast} should take less than {slow}"));
                }
            }
        }
        let (recommended, _) = ranking(job, costs)[0];
        let least = fastest(job, took).and_then(|model| took[model as usize]);
        let good = least.zip(took[recommended as usize]).is_some_and(|(a, b)| b < MARGIN * a);
        if !good {
            self.faults.push(format!("{name}: {} is not the best", recommended.name()));
        }
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Agreement { pairs, jobs, faults } = self;
        write!(f, "\n{pairs} pairs of models told apart, {jobs} models recommended; ")?;
        if faults.is_empty() {
            return f.write_str("the clock agrees");
        }
        write!(f, "the clock does not agree:\n{}", faults.join("\n"))
    }
}
