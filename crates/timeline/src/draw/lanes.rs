//! The lanes of a panel: workers with what they have in hand, then what waits, then the names that
//! fitted nowhere.

use super::fold::{self, COLUMN, Folded};
use super::layout::{Bar, COLOURS, Lane, Panel};
use super::paper::{Paper, fitting, number, width};
use super::scale::Shown;
use super::svg::LABEL;

/// The height of a bar on a worker's lane, and on a waiting task's.
pub(crate) const BAR: f64 = 28.0;
const WAITING: f64 = 8.0;
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
    more: [f64; 2],
    legend: f64,
    pub(crate) bottom: f64,
    /// The tasks whose names fitted nowhere.
    names: Vec<usize>,
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

/// The stretches of a lane that are wide enough for their task's name, and whether they are
/// executing. Where a task is on its worker executing and not by turns, its name stands once,
/// in the widest stretch of either.
fn names(panel: &Panel<'_>, lane: &Lane, frame: &Frame) -> Vec<(Bar, bool)> {
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

pub(crate) fn draw(
    paper: &mut Paper,
    panel: &Panel<'_>,
    rows: &Rows,
    frame: &Frame,
    shown: &Shown,
) {
    let right = frame.x(panel.run.end);
    let few = panel.run.spans.len() <= 100;
    let tip = |bar: &Bar| match few {
        true => {
            let name = panel.run.task_name(bar.task);
            let when = format!("{}–{}", shown.number(bar.start), shown.with_unit(bar.end));
            match bar.share {
                1.0 => format!("{name} {when}"),
                share => format!("{name} {when}, executing {:.0} % of it", 100.0 * share),
            }
        }
        false => String::new(),
    };
    let label = |paper: &mut Paper, class: &str, y: f64, name: &str| {
        let name = fitting(name, LABEL, frame.left - 12.0);
        paper.text(class, frame.left - 10.0, y, "end", &name);
    };
    for (lane, &y) in panel.lanes.iter().zip(&rows.workers) {
        label(paper, "label", y + BAR / 2.0 + 4.5, &lane.name);
        paper.rect("lane", [frame.left, y, right - frame.left, BAR], "");
        for (bars, held) in [(&lane.held, " held"), (&lane.bars, "")] {
            let mut bars = bars.clone();
            let folded = fold::fold(&mut bars, frame.scale, panel.run.end, frame.narrowest);
            for layer in &folded {
                draw_folded(paper, layer, [y, BAR], held, frame);
            }
            for bar in &bars {
                // As high as the share of the time, like the columns of folded bars.
                let (x, height) = (frame.x(bar.start), BAR * bar.share);
                let class = format!("t{}{held}", bar.colour);
                let place = [x, y + BAR - height, frame.x(bar.end) - x, height];
                paper.rect(&class, place, &tip(bar));
            }
        }
        for (bar, executing) in names(panel, lane, frame) {
            let x = (frame.x(bar.start) + frame.x(bar.end)) / 2.0;
            // In the taller of the bar's two parts, the executing one at the foot or the pale one
            // above it.
            let height = if executing { BAR * bar.share } else { 0.0 };
            let (class, middle) = if height >= BAR / 2.0 {
                (format!("on{}", bar.colour), y + BAR - height / 2.0)
            } else {
                ("over".to_owned(), y + (BAR - height) / 2.0)
            };
            paper.text(&class, x, middle + 4.5, "middle", panel.run.task_name(bar.task));
        }
    }
    for (wait, &y) in panel.waits.iter().zip(&rows.waits) {
        label(paper, "label waits", y + WAITING / 2.0 + 8.5, &wait.name);
        let mut bars = wait.stretches.clone();
        let narrowest = if bars.len() > 60 { frame.narrowest.max(1.0) } else { 0.0 };
        let folded = fold::fold(&mut bars, frame.scale, panel.run.end, narrowest);
        for layer in &folded {
            draw_folded(paper, layer, [y + 4.0, WAITING], " held", frame);
        }
        for bar in &bars {
            let x = frame.x(bar.start);
            let place = [x, y + 4.0, frame.x(bar.end) - x, WAITING];
            paper.rect(&format!("t{} waiting", bar.colour), place, &tip(bar));
        }
    }
    for (line, y) in panel.more_lines().iter().zip(rows.more) {
        if let Some(line) = line {
            paper.text("label waits", frame.left, y + 14.0, "start", line);
        }
    }
    legend(paper, panel, rows, frame);
}

/// The names that fitted nowhere, each beside its colour; where there are more than colours, only
/// how many.
fn legend(paper: &mut Paper, panel: &Panel<'_>, rows: &Rows, frame: &Frame) {
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

/// A layer of folded bars as one silhouette: along its top, and back along its foot.
fn draw_folded(
    paper: &mut Paper,
    layer: &Folded,
    [top, height]: [f64; 2],
    held: &str,
    frame: &Frame,
) {
    let y = |share: f64| top + height - (share.min(1.0) * height).round();
    let x = |column: usize| (frame.left + column as f64 * COLUMN).min(frame.right);
    let mut path = String::new();
    let mut stretch: Vec<(usize, f64, f64)> = Vec::new();
    let columns = layer.columns.iter().map(|&(from, to)| (y(from), y(to)));
    for (index, (foot, head)) in columns.chain([(0.0, 0.0)]).enumerate() {
        if foot > head {
            stretch.push((index, foot, head));
            continue;
        }
        let Some(&(first, foot, _)) = stretch.first() else { continue };
        path += &format!("M{} {}", number(x(first)), number(foot));
        let mut at = foot;
        for &(column, _, head) in &stretch {
            if head != at {
                path += &format!("H{}V{}", number(x(column)), number(head));
                at = head;
            }
        }
        path += &format!("H{}", number(x(index)));
        for &(column, foot, _) in stretch.iter().rev() {
            if foot != at {
                path += &format!("H{}V{}", number(x(column + 1)), number(foot));
                at = foot;
            }
        }
        path += "Z";
        stretch.clear();
    }
    if !path.is_empty() {
        let colour = layer.colour.map_or(String::new(), |colour| format!(" t{colour}"));
        paper.path(&format!("folded{colour}{held}"), &path);
    }
}
