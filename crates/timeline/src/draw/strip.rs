//! A run in a terminal: the layout of the SVG, in characters.
//!
//! ```text
//! cook        onions▇▇▇▇▇▇▇▇▇▇cucumbers▇▇▇▇▇▇▇
//! in progress 1──────────────────────────────
//! ```

use super::layout::{Bar, COLOURS, Lane, Panel, Picture};
use super::scale::Shown;
use crate::run::{Run, Unit};
use crate::steps::{Level, Steps};

/// The eight task colours of the 256-colour palette, and whether the ink on them is black.
const PALETTE: [(u8, bool); COLOURS] = [
    (25, false),
    (214, true),
    (29, false),
    (175, true),
    (74, true),
    (130, false),
    (97, false),
    (185, true),
];
/// The widest column of names.
const MOST_NAME: usize = 20;
/// Full and partial blocks, by eighths of the time covered.
const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A worker without a task.
const IDLE: char = '·';
/// What the legend explains where it occurs.
const WAITING: char = '╌';
const NOT_EXECUTING: char = '░';
const HELD: char = '▓';
const MIXED: char = '▒';
const SIGNS: [(char, &str); 4] = [
    (WAITING, "waiting"),
    (NOT_EXECUTING, "on its worker, not executing"),
    (HELD, "on its worker"),
    (MIXED, "several tasks"),
];

/// A character of a lane: what stands there and in whose colour.
#[derive(Clone, Copy, PartialEq)]
struct Cell {
    shown: char,
    task: Option<usize>,
    /// Whether the character is ink on the task's colour rather than the colour itself.
    ink: bool,
}

/// What of a column is covered, and by which tasks.
#[derive(Clone, Default)]
struct Cover {
    share: f64,
    tasks: Vec<(usize, f64)>,
    bars: usize,
}

impl Cover {
    /// The task that covers most of it.
    fn most(&self) -> Option<usize> {
        self.tasks.iter().max_by(|one, other| one.1.total_cmp(&other.1)).map(|part| part.0)
    }

    /// The character for it: a block by how much is covered, in the colour of the task that covers
    /// most of it; or that several share it, where they change more than once within the column.
    fn cell(&self) -> Cell {
        let most = self.tasks.iter().map(|part| part.1).fold(0.0, f64::max);
        let mixed = self.bars > 2 && most < 0.8 * self.share;
        let task = self.most().filter(|_| !mixed);
        let shown = match (self.tasks.is_empty(), task) {
            (true, _) => IDLE,
            (false, None) => MIXED,
            // Something happened here, however little: never a blank.
            (false, Some(_)) => BLOCKS[((self.share * 8.0).round() as usize).clamp(1, 8)],
        };
        Cell { shown, task, ink: false }
    }
}

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

/// How time turns into columns.
struct Grid<'a> {
    columns: usize,
    end: u64,
    shown: &'a Shown,
}

impl Grid<'_> {
    /// The column in which a time lies; the fraction says how far in.
    fn column(&self, time: u64) -> f64 {
        time as f64 * self.columns as f64 / self.end as f64
    }

    /// What of each column the bars cover.
    fn cover(&self, bars: &[Bar]) -> Vec<Cover> {
        let mut cells: Vec<Cover> = vec![Cover::default(); self.columns];
        for bar in bars {
            let (from, to) = (self.column(bar.start), self.column(bar.end));
            for (index, cell) in cells.iter_mut().enumerate().skip(from as usize) {
                let covered = to.min(index as f64 + 1.0) - from.max(index as f64);
                if covered <= 0.0 {
                    break;
                }
                let share = covered * bar.share;
                cell.share += share;
                cell.bars += 1;
                match cell.tasks.iter_mut().find(|part| part.0 == bar.task) {
                    Some(part) => part.1 += share,
                    None => cell.tasks.push((bar.task, share)),
                }
            }
        }
        cells
    }

    fn lane(&self, panel: &Panel<'_>, lane: &Lane, unnamed: &mut Vec<usize>) -> Vec<Cell> {
        let mut cells: Vec<Cell> = self.cover(&lane.bars).iter().map(Cover::cell).collect();
        let shown = if panel.executing.is_some() { NOT_EXECUTING } else { HELD };
        for (cell, held) in cells.iter_mut().zip(self.cover(&lane.held)) {
            if let (None, IDLE, Some(task)) = (cell.task, cell.shown, held.most()) {
                *cell = Cell { shown, task: Some(task), ink: false };
            }
        }
        let mut start = 0;
        while start < cells.len() {
            let same = |cell: &&Cell| cell.task == cells[start].task && cell.shown != NOT_EXECUTING;
            let length = cells[start..].iter().take_while(same).count();
            if let (Some(task), true) = (cells[start].task, length > 0) {
                let name = panel.run.task_name(task);
                let name: String = if name.chars().count() < length {
                    name.to_owned()
                } else {
                    if !unnamed.contains(&task) {
                        unnamed.push(task);
                    }
                    letter(task).to_string()
                };
                for (cell, character) in cells[start..].iter_mut().zip(name.chars()) {
                    (cell.shown, cell.ink) = (character, true);
                }
            }
            start += length.max(1);
        }
        cells
    }

    fn waiting(&self, stretches: &[Bar]) -> Vec<Cell> {
        let cell = |cover: &Cover| Cell {
            shown: if cover.share > 0.0 { WAITING } else { ' ' },
            task: cover.most(),
            ink: false,
        };
        self.cover(stretches).iter().map(cell).collect()
    }

    /// Up to 9 a digit where the count changes and a line while it holds; above that blocks, and
    /// the maximum after them. A column shows what held for most of it, to the nearest whole.
    fn curve<V: Level>(&self, steps: &Steps<V>, most: usize) -> String {
        let bar = |(start, end, value): (u64, u64, V)| Bar {
            task: value.as_f64().round() as usize,
            colour: 0,
            start,
            end,
            share: 1.0,
        };
        let bars: Vec<Bar> = steps.stretches().map(bar).collect();
        let counts = self.cover(&bars).into_iter().map(|cover| cover.most().unwrap_or(0));
        if most > 9 {
            let block = |count: usize| BLOCKS[(count * 8).div_ceil(most).min(8)];
            return counts.map(block).collect();
        }
        let mut last = None;
        let digit = |count: usize| {
            let changed = last.replace(count) != Some(count);
            char::from_digit(count as u32, 10).filter(|_| changed).unwrap_or('─')
        };
        counts.map(digit).collect()
    }

    fn axis(&self, picture: &Picture<'_>) -> String {
        let mut line: Vec<char> = Vec::new();
        let last = picture.ticks.len().saturating_sub(1);
        for (index, tick) in picture.ticks.iter().enumerate() {
            let label = match index == last {
                true => format!("{} {}", tick.label, self.shown.name),
                false => tick.label.clone(),
            };
            let room = self.columns.saturating_sub(label.chars().count());
            let at = (self.column(tick.time) as usize).min(room);
            if at > line.len() || index == 0 {
                line.resize(at, ' ');
                line.extend(label.chars());
            }
        }
        line.into_iter().collect()
    }
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

/// The cells as text, with colour changes only where the colour changes.
fn paint(cells: &[Cell], panel: &Panel<'_>, colour: bool) -> String {
    let mut text = String::new();
    let mut now: Option<(usize, bool)> = None;
    for cell in cells {
        let wanted =
            cell.task.map(|task| (panel.colours.get(task).copied().unwrap_or(0), cell.ink));
        if colour && wanted != now {
            text += "\x1b[0m";
            if let Some((index, ink)) = wanted {
                let (code, black) = PALETTE[index % COLOURS];
                text += &match ink {
                    true => format!("\x1b[38;5;{};48;5;{code}m", if black { 16 } else { 231 }),
                    false => format!("\x1b[38;5;{code}m"),
                };
            }
            now = wanted;
        }
        text.push(cell.shown);
    }
    if now.is_some() {
        text += "\x1b[0m";
    }
    text
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
