//! A run in a terminal: the layout of the SVG, in characters.
//!
//! ```text
//! cook        onions▇▇▇▇▇▇▇▇▇▇cucumbers▇▇▇▇▇▇▇
//! in progress 1──────────────────────────────
//! ```

mod cells;
mod grid;

use super::layout::{Panel, Picture};
use super::scale::Shown;
use crate::run::{Run, Unit};
use cells::{SIGNS, paint};
use grid::Grid;

/// The widest column of names.
const MOST_NAME: usize = 20;

/// The run as lines of at most `width` characters, the last without a line break: a lane a worker,
/// thin lanes for what waits, I(t) and R(t), the time axis, and the measures. A task's name stands
/// in its first wide enough stretch, else its letter; colour only repeats what they say.
pub fn render(run: &Run, width: usize, colour: bool) -> String {
    let picture = Picture::new(&[run], 8);
    let Some(panel) = picture.panels.first() else { return String::new() };
    let names = panel.lanes.iter().map(|lane| lane.name.as_str());
    let names = names.chain(panel.waits.iter().map(|wait| run.task_name(wait.task)));
    let longest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    let gutter = longest.clamp("in progress".len(), MOST_NAME) + 1;
    let columns = width.saturating_sub(gutter).max(10);
    let grid = Grid { columns, end: run.end.max(1), shown: &picture.shown };

    let mut lines = Vec::new();
    if !run.title.is_empty() {
        lines.push(run.title.clone());
    }
    let mut unnamed = Vec::new();
    for lane in &panel.lanes {
        let cells = grid.lane(panel, lane, &mut unnamed);
        lines.push(left(&lane.name, gutter) + &paint(&cells, panel, colour));
    }
    let [more_workers, more_waiting] = panel.more_lines();
    lines.extend(more_workers);
    for wait in &panel.waits {
        let cells = grid.waiting(&wait.stretches);
        lines.push(left(run.task_name(wait.task), gutter) + &paint(&cells, panel, colour));
    }
    lines.extend(more_waiting);
    lines.push(left("in progress", gutter) + &grid.curve(&panel.in_progress, picture.most));
    lines.push(match &panel.executing {
        Some(executing) => left("executing", gutter) + &grid.curve(executing, picture.most),
        None => "executing: not measured here".to_owned(),
    });
    lines.push(left("", gutter) + &grid.axis(&picture));
    let used = SIGNS.iter().filter(|sign| lines.iter().any(|line| line.contains(sign.0)));
    let used: Vec<_> = used.map(|(sign, meaning)| format!("{sign} {meaning}")).collect();
    lines.extend(legend(used, &unnamed, panel, width));
    let lines: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n") + "\n" + &measures(run)
}

/// The letter of a task: `a` for the first, then round again.
fn letter(task: usize) -> char {
    char::from(b'a' + (task % 26) as u8)
}

/// What the signs and letters mean, where there are any.
fn legend(used: Vec<String>, tasks: &[usize], panel: &Panel<'_>, width: usize) -> Option<String> {
    let mut line = used.join("  ");
    for (index, &task) in tasks.iter().enumerate() {
        let gap = if line.is_empty() { "" } else { "  " };
        let entry = format!("{gap}{} {}", letter(task), panel.run.task_name(task));
        if line.chars().count() + entry.chars().count() + 18 > width {
            line += &format!("{gap}… and {} more", tasks.len() - index);
            break;
        }
        line += &entry;
    }
    Some(line).filter(|line| !line.is_empty())
}

/// The text, cut or filled to this many characters, the last of them a blank.
fn left(text: &str, columns: usize) -> String {
    let cut: String = text.chars().take(columns - 1).collect();
    format!("{cut:columns$}")
}

/// The last line: C, P, the two maxima, and how long it took.
fn measures(run: &Run) -> String {
    let shown = Shown::for_length(&run.unit, run.end);
    let mut line = format!("C {:.2}", run.mean_in_progress());
    if run.knows_executing() {
        line += &format!(" · P {:.2}", run.mean_executing());
    }
    line += &format!(" · max in progress {}", run.max_in_progress());
    if run.knows_executing() {
        line += &format!(" · max executing {}", run.max_executing());
    }
    line += &match run.unit {
        Unit::Virtual(_) => format!(" · makespan {}", shown.with_unit(run.end)),
        Unit::Nanoseconds => format!(" · wall {}", shown.with_unit(run.end)),
    };
    if let Some(cpu) = run.cpu {
        line += &format!(" · CPU {}", shown.with_unit(cpu));
    }
    line
}
