//! A fresh run of every example is the one that its picture was drawn from.

use std::fs;

use anyhow::Result;
use libtest_mimic::{Failed, Trial};
use mdbook_evidence::Example;
use timeline::{Recording, Run, Unit};

use crate::compare::compare;
use crate::examples::program;
use crate::root::{root, scratch};
use crate::tools;

pub(crate) fn trials() -> Vec<Trial> {
    let recorded = |example: &Example| example.path("recorded/timeline.json").exists();
    let examples = Example::all(root()).into_iter().filter(recorded);
    examples
        .map(|example| {
            let name = format!("{} runs as its picture shows", example.name);
            Trial::test(name, move || as_recorded(&example))
        })
        .collect()
}

fn as_recorded(example: &Example) -> Result<(), Failed> {
    let recorded = Recording::read(&example.path("recorded/timeline.json"))?;
    let fresh = fresh_run(example)?;
    let place = example.shown("recorded/timeline.json");
    let virtual_time = recorded.runs.iter().all(|run| matches!(run.unit, Unit::Virtual(_)));
    if virtual_time {
        // A model's clock is exact: the runs are the same, or one of them is wrong.
        let text = |runs| Recording { runs, ..Recording::default() }.to_text();
        compare(&text(recorded.runs), &text(fresh.runs), false).map_err(|difference| {
            format!("{place}: the program runs otherwise now\n{difference}")
        })?;
        return Ok(());
    }
    // On a real machine no two runs are alike, but what the chapters say of them holds in each.
    let facts = |recording: &Recording| recording.runs.iter().map(facts).collect::<String>();
    compare(&facts(&recorded), &facts(&fresh), false).map_err(|difference| {
        format!(
            "{place}: a run now has other tasks, or another I, than the recorded one\n{difference}"
        )
    })?;
    let wanted = example.comparison()?.executing;
    let executing: Vec<_> = recorded.runs.iter().map(Run::max_executing).collect();
    if !wanted.is_empty() && wanted != executing {
        return Err(format!(
            "{place}: at most {executing:?} execute, and Cargo.toml says {wanted:?}"
        )
        .into());
    }
    for run in &recorded.runs {
        agrees_with_the_system(run, recorded_on(&recorded))
            .map_err(|message| format!("{place}: {message}"))?;
    }
    let cpus = std::thread::available_parallelism().map_or(usize::MAX, usize::from);
    for run in &fresh.runs {
        run.check().map_err(|fault| format!("{place}: `{}` is no run: {fault}", run.title))?;
        let executing = run.max_executing();
        if executing > cpus {
            let title = &run.title;
            return Err(format!("{place}: `{title}`: {executing} execute on {cpus} CPUs").into());
        }
    }
    Ok(())
}

/// The CPUs of the machine that a recording comes from.
fn recorded_on(recording: &Recording) -> u64 {
    recording.passport.as_ref().and_then(|passport| passport["cpus"].as_u64()).unwrap_or(1)
}

/// Holds what a committed recording says was executing to the processor time that the operating
/// system counted for the whole run. They are taken by different clocks, and the system's includes
/// what the program did outside its tasks, starting its threads and processes above all; while no
/// task is in progress, all `cpus` may be busy with that, and a worker between two tasks may be busy
/// looking for the next.
fn agrees_with_the_system(run: &Run, cpus: u64) -> Result<(), String> {
    const MOST_OFF: f64 = 0.05;
    const OUTSIDE_NS: f64 = 10e6;
    let Some(cpu) = run.cpu.map(|cpu| cpu as f64) else { return Ok(()) };
    let executing = run.executing().mean() * run.makespan() as f64;
    let in_progress = run.in_progress();
    let outside = in_progress.stretches().map(|(from, to, count)| {
        let between = (run.workers.len() as u64).min(cpus).saturating_sub(count as u64);
        (to - from) * if count == 0 { cpus } else { between }
    });
    let outside: u64 = outside.sum();
    let off = MOST_OFF * cpu + OUTSIDE_NS;
    if executing <= cpu + off && cpu <= executing + off + outside as f64 {
        return Ok(());
    }
    let ms = |ns: f64| format!("{:.1} ms", ns / 1e6);
    Err(format!(
        "`{}`: its tasks executed for {}, and the system counted {}",
        run.title,
        ms(executing),
        ms(cpu)
    ))
}

/// What does not vary from run to run: the tasks, and the most that are in progress.
fn facts(run: &Run) -> String {
    let mut tasks: Vec<_> = run.tasks.iter().map(|task| task.name.as_str()).collect();
    tasks.sort_unstable();
    format!("{}: {}; at most {}\n", run.title, tasks.join(", "), run.max_in_progress())
}

fn fresh_run(example: &Example) -> Result<Recording, Failed> {
    let file = scratch("recordings")?.join(format!("{}.json", example.name));
    let _ = fs::remove_file(&file);
    let how = example.comparison()?;
    let mut command = program(example)?;
    command.args(&how.arguments).env("TIMELINE_FILE", &file);
    let outcome = tools::run(&mut command, how.time())?;
    if !outcome.success() {
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        return Err(format!("{} {}\n{stderr}", example.name, outcome.end).into());
    }
    Ok(Recording::read(&file)?)
}
