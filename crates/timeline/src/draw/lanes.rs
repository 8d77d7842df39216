//! The lanes of a panel as bars: workers with what they have in hand, then what waits.

use super::fold::{self, COLUMN, Folded};
use super::layout::{Bar, Panel};
use super::names::{legend, names};
use super::paper::{Paper, fitting, number};
use super::rows::{Frame, Rows};
use super::scale::Shown;
use super::svg::LABEL;

/// The height of a bar on a worker's lane, and on a waiting task's.
pub(crate) const BAR: f64 = 28.0;
const WAITING: f64 = 8.0;

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
