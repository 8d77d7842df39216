//! One layout for every backend: which lanes there are, what stands on them, in which colour.
//! Across it is still time, down it is lane numbers; a backend turns both into its own units.

use std::collections::HashMap;

use super::scale::{Shown, Tick, ticks};
use crate::run::{Run, Unit};
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
    /// `None` where it is not known.
    pub(crate) executing: Option<Steps<f64>>,
    pub(crate) most_executing: usize,
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
    /// For what share of it the worker executed; 1 where that does not matter.
    pub(crate) share: f64,
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
        let bar = |task: usize, start, end, share| Bar {
            task,
            colour: colours.get(task).copied().unwrap_or(0),
            start,
            end,
            share,
        };
        // A run that was never checked may name what is missing: that is not drawn.
        let sound = |bar: &Bar| bar.start < bar.end && bar.task < run.tasks.len();
        let mut lanes: Vec<Lane> = Vec::new();
        let measured = run.executing.is_some() || !run.knows_executing();
        for (worker, (spans, parts)) in run.lanes().iter().zip(run.executing_lanes()).enumerate() {
            let held = spans.iter().filter(|_| measured);
            let held = held.map(|span| bar(span.task, span.start, span.end, 1.0)).filter(sound);
            let bars = parts.iter().map(|part| bar(part.task, part.start, part.end, part.share));
            let (held, bars) = (held.collect(), bars.filter(sound).collect());
            lanes.push(Lane { name: run.worker_name(worker).to_owned(), bars, held });
        }
        // Between its creation and its first entry every recorded span waits, for a microsecond: a
        // lane for what nobody can see would only push the others apart.
        let least = if run.unit == Unit::Nanoseconds { run.end / 400 } else { 0 };
        let mut waits = Vec::new();
        for (task, stretches) in run.waiting_by_task().into_iter().enumerate() {
            let total: u64 = stretches.iter().map(|(from, to)| to.saturating_sub(*from)).sum();
            if total > least {
                let stretches = stretches.into_iter().map(|(from, to)| bar(task, from, to, 1.0));
                let name = format!("{}, waiting", run.task_name(task));
                waits.push(Wait { name, task, stretches: stretches.collect() });
            }
        }
        let (more_workers, more_waiting) =
            (cut(&mut lanes, MOST_WORKERS), cut(&mut waits, MOST_WAITING));
        Panel {
            run,
            lanes,
            more_workers,
            waits,
            more_waiting,
            in_progress: run.in_progress(),
            executing: run.knows_executing().then(|| run.executing()),
            most_executing: run.max_executing(),
            colours,
        }
    }

    /// The two maxima in words, for titles and text alternatives.
    pub(crate) fn maxima(&self) -> String {
        let most = self.in_progress.max();
        match self.executing {
            Some(_) => format!("at most {most} in progress, {} executing", self.most_executing),
            None => format!("at most {most} in progress, executing not measured here"),
        }
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
