//! Where names stand: in a bar that is wide enough, else beneath the lanes.

use super::layout::{Bar, COLOURS, Lane, Panel};
use super::paper::{Paper, fitting, width};
use super::rows::{Frame, Rows};
use super::svg::LABEL;

/// The stretches of a lane that are wide enough for their task's name, and whether they are
/// executing. Where a task is on its worker executing and not by turns, its name stands once,
/// in the widest stretch of either.
pub(crate) fn names(panel: &Panel<'_>, lane: &Lane, frame: &Frame) -> Vec<(Bar, bool)> {
    let fits = |bar: &Bar| {
        let room = (bar.end - bar.start) as f64 * frame.scale;
        width(panel.run.task_name(bar.task), LABEL) + 8.0 <= room
    };
    if lane.held.is_empty() {
        return lane.bars.iter().filter(|bar| fits(bar)).map(|&bar| (bar, true)).collect();
    }
    let mut found = Vec::new();
    let mut bars = lane.bars.iter().peekable();
    for held in lane.held.iter() {
        let mut widest = (Bar { end: held.start, ..*held }, false);
        let mut offer = |bar: Bar, executing: bool| {
            if bar.end.saturating_sub(bar.start) > widest.0.end - widest.0.start {
                widest = (bar, executing);
            }
        };
        let mut idle = held.start;
        while let Some(bar) = bars.next_if(|bar| bar.end <= held.end) {
            offer(Bar { start: idle, end: bar.start, ..*held }, false);
            offer(*bar, true);
            idle = bar.end;
        }
        offer(Bar { start: idle, ..*held }, false);
        found.extend(Some(widest).filter(|(bar, _)| fits(bar)));
    }
    found
}

/// The names that fitted nowhere, each beside its colour; where there are more than colours, only
/// how many.
pub(crate) fn legend(paper: &mut Paper, panel: &Panel<'_>, rows: &Rows, frame: &Frame) {
    let (mut x, y) = (frame.left, rows.legend);
    let name = |task: usize| panel.run.task_name(task);
    if let (true, [first, .., last]) = (rows.names.len() > COLOURS, &*rows.names) {
        let (count, first, last) = (rows.names.len(), name(*first), name(*last));
        let line = format!("{count} tasks too narrow to name: {first} … {last}");
        paper.text("label waits", x, y + 15.0, "start", &fitting(&line, LABEL, frame.right - x));
        return;
    }
    for (index, &task) in rows.names.iter().enumerate() {
        let next = x + 18.0 + width(name(task), LABEL) + 16.0;
        let more = rows.names.len() - index;
        if index > 0 && next > frame.right - if more > 1 { 90.0 } else { 0.0 } {
            paper.text("label waits", x, y + 15.0, "start", &format!("… and {more} more"));
            break;
        }
        let colour = panel.colours.get(task).copied().unwrap_or(0);
        paper.rect(&format!("t{colour}"), [x, y + 5.0, 12.0, 12.0], "");
        paper.text("label", x + 18.0, y + 15.0, "start", name(task));
        x = next;
    }
}
