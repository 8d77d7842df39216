//! A measured point: a mark whose shape and colour tell whose it is, on a line as long as its
//! interval. Filled marks are the book's, hollow ones the reader's.

use timeline::draw::paper::{Paper, number};

/// How many kinds of marks there are: as many colours, of the drawings' eight the ones that stand
/// out from paper even when a mark is hollow.
pub(super) const KINDS: usize = COLOURS.len();
const COLOURS: [usize; 4] = [0, 5, 2, 6];
/// From a mark's middle to its edge.
const R: f64 = 5.0;

/// Which mark: its kind, and whether it is the reader's.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) kind: usize,
    pub(super) yours: bool,
}

impl Mark {
    fn class(self) -> String {
        let yours = if self.yours { " yours" } else { "" };
        format!("t{}{yours}", COLOURS[self.kind % KINDS])
    }

    /// The mark alone.
    pub(super) fn draw(self, paper: &mut Paper, x: f64, y: f64) {
        let at = |dx: f64, dy: f64| format!("{} {}", number(x + dx), number(y + dy));
        let shape = match self.kind % KINDS {
            0 => format!("M{}a{R} {R} 0 1 0 10 0a{R} {R} 0 1 0 -10 0Z", at(-R, 0.0)),
            1 => format!("M{}h9v9h-9Z", at(-4.5, -4.5)),
            2 => format!("M{}L{}H{}Z", at(0.0, -5.5), at(5.5, 4.5), number(x - 5.5)),
            _ => format!("M{}L{}L{}L{}Z", at(0.0, -6.0), at(6.0, 0.0), at(0.0, 6.0), at(-6.0, 0.0)),
        };
        paper.path(&format!("mark {}", self.class()), &shape);
    }

    /// The line of an interval that stands upright.
    pub(super) fn upright(self, paper: &mut Paper, x: f64, [from, to]: [f64; 2]) {
        let (x, from, to) = (number(x), number(from), number(to));
        paper.path(
            &format!("whisker {}", self.class()),
            &format!("M{x} {from}V{to}m-3 0h6M{x} {from}m-3 0h6"),
        );
    }

    /// The line of an interval that lies.
    pub(super) fn lying(self, paper: &mut Paper, y: f64, [from, to]: [f64; 2]) {
        let (y, from, to) = (number(y), number(from), number(to));
        paper.path(
            &format!("whisker {}", self.class()),
            &format!("M{from} {y}H{to}m0 -3v6M{from} {y}m0 -3v6"),
        );
    }
}
