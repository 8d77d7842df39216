//! What comes after what: an arrow from where a task finishes to where the next one starts.

use super::lanes::BAR;
use super::layout::{Lane, Panel};
use super::paper::{Paper, number};
use super::rows::{Frame, Rows};

/// The end of an arrow: a time, and the upper and lower edge of what it touches there.
type End = (f64, f64, f64);

pub(crate) fn draw(paper: &mut Paper, panel: &Panel<'_>, rows: &Rows, frame: &Frame) {
    for (index, task) in panel.run.tasks.iter().enumerate() {
        for &other in &task.after {
            if let (Some(from), Some(to)) =
                (edge(panel, rows, frame, other, false), edge(panel, rows, frame, index, true))
            {
                arrow(paper, from, to);
            }
        }
    }
}

/// Where a task begins to execute, or finishes; `None` where its lane is not shown.
fn edge(panel: &Panel<'_>, rows: &Rows, frame: &Frame, task: usize, begins: bool) -> Option<End> {
    let bars =
        |lane: &Lane| if lane.held.is_empty() { lane.bars.clone() } else { lane.held.clone() };
    let on_workers = panel
        .lanes
        .iter()
        .zip(&rows.workers)
        .flat_map(|(lane, &y)| bars(lane).into_iter().map(move |bar| (bar, y, y + BAR)));
    let mine = on_workers.filter(|(bar, ..)| bar.task == task);
    let waits = panel.waits.iter().zip(&rows.waits).filter(|(wait, _)| wait.task == task);
    let waiting = waits
        .flat_map(|(wait, &y)| wait.stretches.iter().map(move |&bar| (bar, y + 4.0, y + 12.0)));
    let place = if begins {
        let mut first: Vec<_> = mine.collect();
        // A task that no worker ever has begins where it begins to wait.
        if first.is_empty() {
            first = waiting.collect();
        }
        first.into_iter().min_by_key(|(bar, ..)| bar.start)
    } else {
        mine.chain(waiting).max_by_key(|(bar, ..)| bar.end)
    };
    place.map(|(bar, top, foot)| (frame.x(if begins { bar.start } else { bar.end }), top, foot))
}

/// Along the first task's own lane, which is free once the task is finished, to just past where the
/// second one starts, then down (or up) to it; on one and the same lane around beneath it. A halo
/// keeps it apart from bars that it crosses.
fn arrow(paper: &mut Paper, from: End, to: End) {
    let target = to.0.max(from.0) + 9.0;
    let (path, tip, down) = if from.1 == to.1 {
        let (x, foot) = (from.0 - 7.0, from.2);
        let depth = foot + 15.0;
        let target = target.max(x + 14.0);
        let path = format!(
            "M{x} {foot}C{x} {depth} {target} {depth} {target} {}",
            number(foot + 5.0),
            x = number(x),
            foot = number(foot),
            depth = number(depth),
            target = number(target),
        );
        (path, (target, foot), false)
    } else {
        let down = from.1 < to.1;
        let end = if down { to.1 } else { to.2 };
        let shaft = if down { end - 5.0 } else { end + 5.0 };
        let middle = (from.1 + from.2) / 2.0;
        let path =
            format!("M{} {}H{}V{}", number(from.0), number(middle), number(target), number(shaft));
        (path, (target, end), down)
    };
    paper.path("arrow-halo", &path);
    paper.path("arrow", &path);
    let (x, y) = tip;
    let back = if down { y - 7.0 } else { y + 7.0 };
    let (left, right) = (number(x - 4.0), number(x + 4.0));
    let (x, y, back) = (number(x), number(y), number(back));
    paper.path("arrow-head", &format!("M{x} {y}L{left} {back}H{right}Z"));
}
