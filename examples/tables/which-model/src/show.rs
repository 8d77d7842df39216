//! What the program prints of its costs and its jobs.

use crate::agree::{Took, fastest};
use crate::costs::Costs;
use crate::jobs::Job;
use crate::model::{Model, ranking, time};
use claims::time_in_words;

/// The costs, a line each, and the head of the table.
pub fn costs(costs: &Costs) {
    let Costs { cores, e, task, thread, pool, process, message, byte, late, tick } = *costs;
    println!("{cores} cores, E {e:.2}");
    for (ns, what) in [
        (task, "start an async task and wait for its end"),
        (thread, "start a thread and wait for its end"),
        (pool, "start a pool of threads and end it"),
        (process, "start a process and wait for its end"),
        (message, "ask a process of a pool, and have its answer"),
        (byte, "send it one byte more"),
        (late, "how much longer than asked for a thread sleeps"),
        (tick, "how much longer than asked for an async task sleeps"),
    ] {
        println!("{:>8}  {what}", time_in_words(ns, 2));
    }
    let names = Model::ALL.map(|model| format!("{:>13}", model.name())).concat();
    println!("\n{:13}{names}", "");
}

/// A job: what it should take in each model, what it took, and the least of both.
pub fn job(name: &str, job: &Job, costs: &Costs, took: &Took) {
    let (recommended, _) = ranking(job, costs)[0];
    let fastest = fastest(job, took).map_or("none was run", Model::name);
    println!("{name}: least should be {}, was {fastest}", recommended.name());
    let computed = Model::ALL.map(|model| Some(time(model, job, costs)));
    for (what, times) in [("should take", &computed), ("took", took)] {
        let cell = |ns: Option<f64>| ns.map_or("–".to_owned(), |ns| time_in_words(ns, 2));
        let cells = times.map(|ns| format!("{:>13}", cell(ns))).concat();
        println!("  {what:11}{cells}");
    }
}
