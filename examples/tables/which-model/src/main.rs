//! Twelve jobs in seven models: what each should take by its formula, and what it takes.
//!
//! Run it: `cargo run -p which-model`

use std::io;
use std::time::{Duration, Instant};
use which_model::agree::{Agreement, Took};
use which_model::costs::{self, Costs};
use which_model::jobs::{JOBS, Job};
use which_model::model::{Model, time};
use which_model::record::{Record, rounded};
use which_model::run::run;
use which_model::show;
use which_model::worker::serve_if_worker;

/// What should take longer, in nanoseconds, is not run.
const PATIENCE: f64 = 2e9;
/// Each job is done so often, unless that takes too long: what else the machine does can only make
/// a run longer, so the shortest is told.
const ROUNDS: u32 = 5;
const ENOUGH: Duration = Duration::from_millis(1_200);

fn main() -> io::Result<()> {
    if serve_if_worker()? {
        return Ok(()); // This process was started by the program itself.
    }
    let costs = costs::measure()?;
    show::costs(&costs);

    let (mut measured, mut agreement) = (Vec::new(), Agreement::default());
    for (name, job) in JOBS {
        let took = in_every_model(&job, &costs)?;
        show::job(name, &job, &costs, &took);
        agreement.add(name, &job, &costs, &took);
        measured.push((name, job, took));
    }
    println!("{agreement}");
    Record::new(costs, &measured).publish()
}

/// Does a job in one model after the other, and again; the least that each took.
fn in_every_model(job: &Job, costs: &Costs) -> io::Result<Took> {
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
