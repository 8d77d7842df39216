//! Where the lanes of a panel lie: workers, then what waits, then the names that fitted nowhere.

use super::layout::Panel;
use super::names::names;

/// From one waiting lane to the next.
const WAITING_PITCH: f64 = 20.0;

/// Where the plot lies, and how time turns into pixels.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// Pixels a tick of time.
    pub(crate) scale: f64,
    /// Bars narrower than this fold.
    pub(crate) narrowest: f64,
}

impl Frame {
    pub(crate) fn x(&self, time: u64) -> f64 {
        self.left + time as f64 * self.scale
    }
}

/// Where the lanes of a panel lie: the top of each one's bars.
pub(crate) struct Rows {
    pub(crate) workers: Vec<f64>,
    pub(crate) waits: Vec<f64>,
    /// The lines that say what was cut, and the legend.
    pub(crate) more: [f64; 2],
    pub(crate) legend: f64,
    pub(crate) bottom: f64,
    /// The tasks whose names fitted nowhere.
    pub(crate) names: Vec<usize>,
}

/// Stacks the lanes from `top` down, workers `pitch` apart.
pub(crate) fn rows(panel: &Panel<'_>, top: f64, pitch: f64) -> Rows {
    let mut y = top + 4.0;
    let mut row = |height: f64| {
        y += height;
        y - height
    };
    let workers = panel.lanes.iter().map(|_| row(pitch)).collect();
    let more_workers = row(if panel.more_workers > 0 { 20.0 } else { 0.0 });
    if !panel.waits.is_empty() {
        row(4.0);
    }
    let waits = panel.waits.iter().map(|_| row(WAITING_PITCH)).collect();
    let more_waiting = row(if panel.more_waiting > 0 { 20.0 } else { 0.0 });
    Rows { workers, waits, more: [more_workers, more_waiting], legend: y, bottom: y, names: vec![] }
}

impl Rows {
    /// Makes room for the names that fit into no bar and stand at no waiting lane.
    pub(crate) fn with_legend(mut self, panel: &Panel<'_>, frame: &Frame) -> Rows {
        let mut found = vec![false; panel.run.tasks.len()];
        let named = panel.lanes.iter().flat_map(|lane| names(panel, lane, frame));
        let waiting = panel.waits.iter().map(|wait| wait.task);
        for task in named.map(|(bar, _)| bar.task).chain(waiting) {
            found[task] = true;
        }
        for bar in panel.lanes.iter().flat_map(|lane| lane.bars.iter().chain(&lane.held)) {
            if !std::mem::replace(&mut found[bar.task], true) {
                self.names.push(bar.task);
            }
        }
        if !self.names.is_empty() {
            self.bottom += 22.0;
        }
        self
    }
}
