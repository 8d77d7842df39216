//! One layout for every backend: which lanes there are, what stands on them, in which colour.
//! Across it is still time, down it is lane numbers; a backend turns both into its own units.

use std::collections::HashMap;

use super::scale::{Shown, Tick, ticks};
use crate::run::{Run, Span, Unit};
use crate::steps::Steps;

/// How many colours there are; tasks take them in order of first mention, then again.
pub(crate) const COLOURS: usize = 8;

/// The most lanes a panel shows of workers, and of waiting tasks.
const MOST_WORKERS: usize = 16;
const MOST_WAITING: usize = 6;

/// One or several runs on a shared time scale.
pub(crate) struct Picture<'a> {
    pub(crate) panels: Vec<Panel<'a>>,
    /// The longest run's end: the width of the scale.
    pub(crate) end: u64,
    pub(crate) ticks: Vec<Tick>,
    pub(crate) shown: Shown,
    /// The largest I(t) of all: the height of the curves.
    pub(crate) most: usize,
}

pub(crate) struct Panel<'a> {
    pub(crate) run: &'a Run,
    /// A worker each, in order of mention.
    pub(crate) lanes: Vec<Lane>,
    /// How many workers have no lane.
    pub(crate) more_workers: usize,
    /// A task each that is in progress on no worker for a while.
    pub(crate) waits: Vec<Wait>,
    /// How many waiting tasks have no lane.
    pub(crate) more_waiting: usize,
    pub(crate) in_progress: Steps,
    pub(crate) executing: Steps,
    /// A task's colour.
    pub(crate) colours: Vec<usize>,
}

pub(crate) struct Lane {
    pub(crate) name: String,
    /// Executing.
    pub(crate) bars: Vec<Bar>,
    /// On the worker, executing or not; empty where that is the same.
    pub(crate) held: Vec<Bar>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bar {
    pub(crate) task: usize,
    pub(crate) colour: usize,
    pub(crate) start: u64,
    pub(crate) end: u64,
}

pub(crate) struct Wait {
    /// The task's name, and that it waits.
    pub(crate) name: String,
    pub(crate) task: usize,
    pub(crate) stretches: Vec<Bar>,
}

impl<'a> Picture<'a> {
    /// Lays the runs out, with at most about `ticks_wanted` ticks.
    pub(crate) fn new(runs: &[&'a Run], ticks_wanted: u64) -> Picture<'a> {
        let mut known = HashMap::new();
        let panels: Vec<_> = runs.iter().map(|run| Panel::new(run, &mut known)).collect();
        let end = runs.iter().map(|run| run.end).max().unwrap_or(0);
        let unit = runs.first().map_or(Unit::from("s"), |run| run.unit.clone());
        let shown = Shown::for_length(&unit, end);
        let most = panels.iter().map(|panel| panel.in_progress.max()).max().unwrap_or(0);
        Picture { end, ticks: ticks(end, &shown, ticks_wanted), shown, most, panels }
    }
}

impl<'a> Panel<'a> {
    /// `known` carries colours from panel to panel: a name keeps the one it got first.
    fn new(run: &'a Run, known: &mut HashMap<&'a str, usize>) -> Panel<'a> {
        let mut colours = Vec::with_capacity(run.tasks.len());
        for task in &run.tasks {
            let next = known.len() % COLOURS;
            colours.push(*known.entry(task.name.as_str()).or_insert(next));
        }
        let bar = |task: usize, start, end| Bar {
            task,
            colour: colours.get(task).copied().unwrap_or(0),
            start,
            end,
        };
        let bars = |spans: &[Span]| -> Vec<Bar> {
            // A run that was never checked may name what is missing: that is not drawn.
            let sound = |span: &&Span| span.start < span.end && span.task < run.tasks.len();
            let sound = spans.iter().filter(sound);
            sound.map(|span| bar(span.task, span.start, span.end)).collect()
        };
        let mut lanes: Vec<Lane> = Vec::new();
        let spans = if run.executing.is_some() { run.lanes() } else { Vec::new() };
        for (worker, executing) in run.executing_lanes().iter().enumerate() {
            let held = spans.get(worker).map_or(Vec::new(), |spans| bars(spans));
            let name = run.worker_name(worker).to_owned();
            lanes.push(Lane { name, bars: bars(executing), held });
        }
        let mut waits = Vec::new();
        for (task, stretches) in run.waiting_by_task().into_iter().enumerate() {
            if !stretches.is_empty() {
                let stretches = stretches.into_iter().map(|(from, to)| bar(task, from, to));
                let name = format!("{}, waiting", run.task_name(task));
                waits.push(Wait { name, task, stretches: stretches.collect() });
            }
        }
        let (more_workers, more_waiting) =
            (cut(&mut lanes, MOST_WORKERS), cut(&mut waits, MOST_WAITING));
        let (in_progress, executing) = (run.in_progress(), run.executing());
        Panel { run, lanes, more_workers, waits, more_waiting, in_progress, executing, colours }
    }

    /// What stands under a lane's list that was cut short.
    pub(crate) fn more_lines(&self) -> [Option<String>; 2] {
        let line =
            |more: usize, what: &str| (more > 0).then(|| format!("… and {more} more {what}"));
        [line(self.more_workers, "workers"), line(self.more_waiting, "waiting tasks")]
    }
}

/// Cuts a list to a readable length and says how much was cut. One too many stays: the line that
/// says so would be as long.
fn cut<T>(list: &mut Vec<T>, most: usize) -> usize {
    if list.len() <= most + 1 {
        return 0;
    }
    let more = list.len() - most;
    list.truncate(most);
    more
}
