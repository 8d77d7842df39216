//! A reader of the Trace Event Format that knows nothing of the crate: the fields that the format's
//! documentation names, and no others.

use std::collections::BTreeMap;

use serde::Deserialize;
use timeline::Run;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "displayTimeUnit")]
    display_time_unit: String,
    #[serde(rename = "traceEvents")]
    trace_events: Vec<Event>,
}

/// An event, by its phase.
#[derive(Deserialize)]
#[serde(tag = "ph", deny_unknown_fields)]
pub(crate) enum Event {
    #[serde(rename = "M")]
    Metadata { name: String, pid: u32, tid: u32, args: Named },
    #[serde(rename = "X")]
    Complete { name: String, cat: String, pid: u32, tid: u32, ts: f64, dur: f64 },
    #[serde(rename = "b")]
    Begin { name: String, cat: String, id: String, pid: u32, tid: u32, ts: f64 },
    #[serde(rename = "e")]
    End { name: String, cat: String, id: String, pid: u32, tid: u32, ts: f64 },
    #[serde(rename = "C")]
    Counter { name: String, pid: u32, tid: u32, ts: f64, args: BTreeMap<String, f64> },
}

/// What a metadata event says.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Named {
    Name { name: String },
    Sort { sort_index: u32 },
}

/// The events of a trace.
pub(crate) fn read(text: &str) -> Result<Vec<Event>, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    match file.display_time_unit.as_str() {
        "ms" | "ns" => Ok(file.trace_events),
        other => Err(format!("the format has no display unit {other}")),
    }
}

/// What a trace says of one process, in its own microseconds.
#[derive(Default)]
struct Process {
    name: String,
    threads: BTreeMap<u32, String>,
    /// By thread: from when to when.
    complete: BTreeMap<u32, Vec<(f64, f64)>>,
    /// By id: the name, and from when to when.
    tasks: BTreeMap<String, (String, f64, Option<f64>)>,
    /// By name: when, and how many.
    counters: BTreeMap<String, Vec<(f64, f64)>>,
}

/// Checks that a trace follows the format's rules and says the same as the runs, of which a tick is
/// `tick` microseconds.
pub(crate) fn faithful(text: &str, runs: &[&Run], tick: f64) -> Result<(), String> {
    let processes = collect(read(text)?)?;
    if processes.len() != runs.len() {
        return Err(format!("{} processes for {} runs", processes.len(), runs.len()));
    }
    for (run, process) in runs.iter().zip(processes.values()) {
        let same = |what: &str, traced: f64, own: f64| {
            let near = (traced - own * tick).abs() <= 1e-6 * own.abs().max(1.0) * tick;
            near.then_some(()).ok_or(format!("{what}: {traced} µs traced, {own} ticks in the run"))
        };
        if (&process.name, process.threads.values().collect::<Vec<_>>())
            != (&run.title, run.workers.iter().collect())
        {
            return Err(format!("other names: {} {:?}", process.name, process.threads));
        }
        let length = |interval: &(f64, f64)| interval.1 - interval.0;
        let on_workers = process.complete.values().flatten().map(length).sum();
        let held: u64 = run.spans.iter().map(|span| span.end - span.start).sum();
        same("on workers", on_workers, held as f64)?;
        let ends = process.tasks.values().map(|(_, from, to)| to.map(|to| to - from));
        let in_progress = ends.sum::<Option<f64>>().ok_or("a task begins and does not end")?;
        same("in progress", in_progress, run.in_progress().integral() as f64)?;
        let area = |name: &str| {
            let points = process.counters.get(name).map_or(&[][..], |points| points);
            points.windows(2).map(|pair| (pair[1].0 - pair[0].0) * pair[0].1).sum::<f64>()
        };
        same("I", area("in progress"), run.in_progress().integral() as f64)?;
        same("R", area("executing"), run.executing().integral())?;
        if process.counters.contains_key("executing") != run.knows_executing() {
            return Err("R is known, and not traced; or the other way about".to_owned());
        }
    }
    Ok(())
}

/// The events by process, with the rules of the format checked.
fn collect(events: Vec<Event>) -> Result<BTreeMap<u32, Process>, String> {
    let mut processes: BTreeMap<u32, Process> = BTreeMap::new();
    for event in events {
        match event {
            Event::Metadata { name, pid, tid, args } => {
                let process = processes.entry(pid).or_default();
                match (name.as_str(), args) {
                    ("process_name", Named::Name { name }) if tid == 0 => process.name = name,
                    ("thread_name", Named::Name { name }) => _ = process.threads.insert(tid, name),
                    ("thread_sort_index", Named::Sort { sort_index }) if sort_index == tid => {}
                    _ => return Err(format!("no metadata of the format: {name}")),
                }
            }
            Event::Complete { name, cat, pid, tid, ts, dur } => {
                let process = processes.entry(pid).or_default();
                let lane = process.complete.entry(tid).or_default();
                // Complete events of a thread may nest, not overlap. Ours do neither.
                if lane.last().is_some_and(|last| ts < last.1 - 1e-3) || dur < 0.0 || cat != "span"
                {
                    return Err(format!("`{name}` at {ts} overlaps its predecessor"));
                }
                lane.push((ts, ts + dur));
            }
            Event::Begin { name, cat, id, pid, tid, ts } => {
                let process = processes.entry(pid).or_default();
                let before = process.tasks.insert(id, (name, ts, None));
                if before.is_some() || tid != 0 || cat != "task" {
                    return Err(format!("an id begins twice, the second time at {ts}"));
                }
            }
            Event::End { name, cat, id, pid, tid, ts } => {
                let process = processes.entry(pid).or_default();
                match process.tasks.get_mut(&id) {
                    Some((began, from, end @ None))
                        if *began == name && ts >= *from && tid == 0 && cat == "task" =>
                    {
                        *end = Some(ts);
                    }
                    _ => return Err(format!("`{name}` ends at {ts} without having begun")),
                }
            }
            Event::Counter { name, pid, tid, ts, args } => {
                let points =
                    processes.entry(pid).or_default().counters.entry(name.clone()).or_default();
                let value = args.get("tasks").filter(|_| args.len() == 1 && tid == 0);
                let value = *value.ok_or(format!("counter `{name}` counts no tasks"))?;
                if points.last().is_some_and(|last| ts < last.0) || value < 0.0 {
                    return Err(format!("counter `{name}` goes back in time at {ts}"));
                }
                points.push((ts, value));
            }
        }
    }
    Ok(processes)
}
