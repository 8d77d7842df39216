//! Twelve jobs in seven models: what each should take by its formula, and what it takes.
//!
//! Run it: `cargo run -p which-model`

use std::io;
use which_model::agree::Agreement;
use which_model::costs;
use which_model::jobs::JOBS;
use which_model::record::Record;
use which_model::show;
use which_model::tried::in_every_model;
use which_model::worker::serve_if_worker;

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
