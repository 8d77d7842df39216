//! A job done in every model, and timed.

use crate::agree::Took;
use crate::costs::Costs;
use crate::jobs::Job;
use crate::model::{Model, time};
use crate::record::rounded;
use crate::run::run;
use std::io;
use std::time::{Duration, Instant};

/// What should take longer, in nanoseconds, is not run.
const PATIENCE: f64 = 2e9;
/// Each job is done so often, unless that takes too long: what else the machine does can only make
/// a run longer, so the shortest is told.
const ROUNDS: u32 = 5;
const ENOUGH: Duration = Duration::from_millis(1_200);

/// Does a job in one model after the other, and again; the least that each took.
pub fn in_every_model(job: &Job, costs: &Costs) -> io::Result<Took> {
    let begun = Instant::now();
    let mut least: Took = [None; 7];
    for _ in 0..ROUNDS {
        for (model, least) in Model::ALL.into_iter().zip(&mut least) {
            if time(model, job, costs) <= PATIENCE {
                let took = rounded(run(model, job)?.as_nanos() as f64);
                *least = Some(least.map_or(took, |least| took.min(least)));
            }
        }
        if begun.elapsed() > ENOUGH {
            break;
        }
    }
    Ok(least)
}
