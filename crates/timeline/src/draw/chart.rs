//! I(t) and R(t) as two step curves on a shared ground.

use super::layout::Panel;
use super::paper::{Paper, number};
use super::rows::Frame;
use crate::steps::{Level, Steps};

/// Room between the lanes and the chart.
const GAP: f64 = 16.0;
/// A curve with more changes than this is drawn in columns: the mean of each as the curve, the
/// greatest as a paler area behind it.
const MOST_POINTS: usize = 300;
const COLUMN: f64 = 2.0;

/// The height of the chart with its gap.
pub(crate) fn height(most: usize) -> f64 {
    GAP + plot(most)
}

/// The height of the curves: a readable step while there are few, then a fixed height.
fn plot(most: usize) -> f64 {
    (most as f64 * 18.0).clamp(36.0, 64.0)
}

pub(crate) fn draw(paper: &mut Paper, panel: &Panel<'_>, top: f64, most: usize, frame: &Frame) {
    let top = top + GAP;
    let foot = top + plot(most);
    let unit = (foot - top) / most.max(1) as f64;
    let middle = (top + foot) / 2.0;
    for (key, y, name) in [("i", middle - 10.0, "in progress"), ("r", middle + 10.0, "executing")] {
        if key == "r" && panel.executing.is_none() {
            paper.text("label waits", 0.0, y + 4.5, "start", "executing: not");
            paper.text("label waits", 0.0, y + 20.5, "start", "measured here");
            continue;
        }
        let class = format!("key area-{key} curve-{key}");
        paper.path(&class, &format!("M1.5 {}v-7h12v7", number(y + 4.0)));
        paper.text("label", 20.0, y + 4.5, "start", name);
    }
    // The largest value and 0 are enough to read the rest off, and all of them while they fit.
    let levels: Vec<usize> = if most <= 4 { (0..=most).collect() } else { vec![0, most] };
    for level in levels {
        let y = foot - level as f64 * unit;
        paper.path(
            "axis",
            &format!("M{} {}H{}", number(frame.left), number(y), number(frame.right)),
        );
        paper.text("tick", frame.left - 6.0, y + 4.0, "end", &level.to_string());
    }
    curve(paper, "i", &panel.in_progress, [foot, unit], panel.run.end, frame);
    if let Some(executing) = &panel.executing {
        curve(paper, "r", executing, [foot, unit], panel.run.end, frame);
    }
}

fn curve<V: Level>(
    paper: &mut Paper,
    key: &str,
    steps: &Steps<V>,
    [foot, unit]: [f64; 2],
    end: u64,
    frame: &Frame,
) {
    let y = |count: f64| number(foot - count * unit);
    let class = format!("area-{key} curve-{key}");
    let end = frame.x(end);
    if steps.points().len() <= MOST_POINTS {
        let stretches = steps.stretches();
        let drawn = stretches.map(|(from, to, value)| (frame.x(from), frame.x(to), value.as_f64()));
        paper.path(&class, &outline(visible(drawn).into_iter(), frame, end, y));
        return;
    }
    let columns = columns(steps, frame);
    let x = |index: usize| frame.left + index as f64 * COLUMN;
    // Where the two nearly agree, a second area would only darken the first.
    if columns.iter().any(|column| (column.greatest - column.mean) * unit >= 2.0) {
        let each = columns.iter().enumerate();
        let greatest = each.map(|(index, column)| (x(index), column.greatest));
        paper.path(&format!("area-{key}"), &outline(greatest, frame, end, y));
    }
    let mean = columns.iter().enumerate().map(|(index, column)| (x(index), column.mean));
    paper.path(&class, &outline(mean, frame, end, y));
}

/// The steps of a curve as they can be seen: one that is narrower than this many pixels is taken
/// together with the next, at their mean. The microseconds between two turns of a worker would
/// otherwise be drawn as a line down to nothing.
const NARROWEST: f64 = 0.6;

/// Merges steps `(from, to, value)`, in pixels, that are too narrow to be seen.
fn visible(stretches: impl Iterator<Item = (f64, f64, f64)>) -> Vec<(f64, f64)> {
    let mut seen = Vec::new();
    let mut pending: Option<(f64, f64, f64)> = None;
    for (from, to, value) in stretches {
        let (start, width, area) = pending.unwrap_or((from, 0.0, 0.0));
        let (width, area) = (width + (to - from), area + (to - from) * value);
        if width < NARROWEST {
            pending = Some((start, width, area));
        } else {
            seen.push((start, area / width));
            pending = None;
        }
    }
    if let Some((start, width, area)) = pending.filter(|(_, width, _)| *width > 0.0) {
        seen.push((start, area / width));
    }
    seen
}

/// What a curve does within one column.
#[derive(Clone, Copy, Default)]
struct Column {
    greatest: f64,
    mean: f64,
}

/// The curve in columns of a few pixels, for one that changes more often than can be drawn.
fn columns<V: Level>(steps: &Steps<V>, frame: &Frame) -> Vec<Column> {
    let count = ((frame.right - frame.left) / COLUMN).ceil() as usize;
    let mut columns = vec![Column::default(); count];
    for (from, to, value) in steps.stretches() {
        let at = |time: u64| time as f64 * frame.scale / COLUMN;
        let (from, to, value) = (at(from), at(to), value.as_f64());
        for (index, column) in columns.iter_mut().enumerate().skip(from as usize) {
            let covered = to.min(index as f64 + 1.0) - from.max(index as f64);
            if covered <= 0.0 {
                break;
            }
            column.greatest = column.greatest.max(value);
            column.mean += covered * value;
        }
    }
    columns
}

/// From the foot up, along the steps, and down to the foot: filled it is the area, stroked the
/// curve.
fn outline(
    heights: impl Iterator<Item = (f64, f64)>,
    frame: &Frame,
    end: f64,
    y: impl Fn(f64) -> String,
) -> String {
    let mut path = format!("M{} {}", number(frame.left), y(0.0));
    let mut last = y(0.0);
    for (x, height) in heights {
        let height = y(height);
        if height != last && x < end {
            path += &format!("H{}V{height}", number(x));
            last = height;
        }
    }
    path + &format!("H{}V{}", number(end), y(0.0))
}
