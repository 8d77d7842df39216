//! The characters of a lane, and their colours.

use crate::draw::layout::{COLOURS, Panel};

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
/// Full and partial blocks, by eighths of the time covered.
pub(super) const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A worker without a task.
pub(super) const IDLE: char = '·';
/// What the legend explains where it occurs.
pub(super) const WAITING: char = '╌';
pub(super) const NOT_EXECUTING: char = '░';
pub(super) const HELD: char = '▓';
pub(super) const MIXED: char = '▒';
pub(super) const SIGNS: [(char, &str); 4] = [
    (WAITING, "waiting"),
    (NOT_EXECUTING, "on its worker, not executing"),
    (HELD, "on its worker"),
    (MIXED, "several tasks"),
];

/// A character of a lane: what stands there and in whose colour.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Cell {
    pub(super) shown: char,
    pub(super) task: Option<usize>,
    /// Whether the character is ink on the task's colour rather than the colour itself.
    pub(super) ink: bool,
}

/// What of a column is covered, and by which tasks.
#[derive(Clone, Default)]
pub(super) struct Cover {
    pub(super) share: f64,
    pub(super) tasks: Vec<(usize, f64)>,
    pub(super) bars: usize,
}

impl Cover {
    /// The task that covers most of it.
    pub(super) fn most(&self) -> Option<usize> {
        self.tasks.iter().max_by(|one, other| one.1.total_cmp(&other.1)).map(|part| part.0)
    }

    /// The character for it: a block by how much is covered, in the colour of the task that covers
    /// most of it; or that several share it, where they change more than once within the column.
    pub(super) fn cell(&self) -> Cell {
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

/// The cells as text, with colour changes only where the colour changes.
pub(super) fn paint(cells: &[Cell], panel: &Panel<'_>, colour: bool) -> String {
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
