//! The recorded times obey the formulas, and so do the examples that the page is tested with.

use serde::Serialize;
use snapbox::{assert_data_eq, file};
use std::fs;
use which_model::agree::{Agreement, Took};
use which_model::costs::Costs;
use which_model::jobs::{JOBS, Job};
use which_model::model::{Model, time};
use which_model::record::{Named, Record};

fn recorded() -> Record {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/recorded/models.json");
    let text = fs::read_to_string(path).expect("recorded/models.json");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("recorded/models.json: {error}"))
}

#[test]
fn what_was_recorded_follows_from_its_costs() {
    let recorded = recorded();
    let name = |model: Model| Named { name: model.name().into(), isolates: model.isolates() };
    assert_eq!(recorded.models, Model::ALL.map(name));
    let jobs: Vec<_> = recorded.jobs.iter().map(|job| (&*job.name, job.job)).collect();
    assert_eq!(jobs, JOBS);
    for job in &recorded.jobs {
        for (model, computed) in Model::ALL.into_iter().zip(job.computed) {
            let time = time(model, &job.job, &recorded.costs);
            let same = (time - computed).abs() <= 1e-9 * time;
            assert!(same, "{}, {}: {time}, not {computed}", job.name, model.name());
        }
    }
}

#[test]
fn the_computed_ranking_is_the_measured_one() {
    let Record { costs, jobs, .. } = recorded();
    let mut agreement = Agreement::default();
    for job in &jobs {
        agreement.add(&job.name, &job.job, &costs, &job.took);
    }
    assert!(agreement.faults.is_empty(), "cargo run -- record which-model\n{agreement}");
    assert!(agreement.pairs >= 80 && agreement.jobs == 12, "{agreement}");
}

#[test]
fn a_clock_that_says_something_else_is_told() {
    let costs = made_up();
    let (name, job) = JOBS[8];
    let computed = Model::ALL.map(|model| Some(time(model, &job, &costs)));
    let faults = |took: &Took| {
        let mut agreement = Agreement::default();
        agreement.add(name, &job, &costs, took);
        agreement.faults
    };
    assert!(faults(&computed).is_empty(), "{:?}", faults(&computed));

    let mut swapped = computed;
    swapped.swap(Model::OneByOne as usize, Model::TaskPool as usize);
    let told = faults(&swapped).join("\n");
    assert!(told.contains("task pool should take less than one by one"), "{told}");
    assert!(told.contains("task pool is not the best"), "{told}");

    let mut missing = computed;
    missing[Model::TaskPool as usize] = None;
    assert!(faults(&missing).join("\n").contains("task pool is not the best"));
}

#[test]
fn the_formulas_are_those_that_the_page_is_tested_with() {
    assert_data_eq!(golden(), file!["../golden.json"].raw());
}

/// Costs that nobody measured.
fn made_up() -> Costs {
    Costs {
        cores: 4.0,
        e: 3.1,
        task: 700.0,
        thread: 17_000.0,
        pool: 110_000.0,
        process: 1_300_000.0,
        message: 5_100.0,
        byte: 0.37,
        late: 61_000.0,
        tick: 1_100_000.0,
    }
}

/// Jobs of every kind, and what they take by the formulas, at costs that are made up.
fn golden() -> String {
    #[derive(Serialize)]
    struct Case {
        job: Job,
        times: [f64; 7],
    }
    let costs = made_up();
    let mut cases = Vec::new();
    for items in [1.0, 3.0, 50.0, 77_777.0] {
        for cpu in [130.0, 4_200_000.0] {
            for wait in [0.0, 9_100.0, 33_000_000.0] {
                for bytes in [0.0, 1_234_567.0] {
                    let job = Job { items, cpu, wait, bytes, isolated: false };
                    let times = Model::ALL.map(|model| time(model, &job, &costs));
                    let case = Case { job, times };
                    cases.push(serde_json::to_string(&case).expect("numbers become text"));
                }
            }
        }
    }
    let costs = serde_json::to_string(&costs).expect("numbers become text");
    let names = serde_json::to_string(&Model::ALL.map(Model::name)).expect("text");
    format!(
        "{{\"models\": {names},\n\"costs\": {costs},\n\"cases\": [\n{}\n]}}\n",
        cases.join(",\n")
    )
}
