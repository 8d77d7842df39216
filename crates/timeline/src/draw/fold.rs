//! What to do with bars too narrow to see. They are not dropped, and not widened into a lie: they
//! become columns whose height is the share of time that they cover.

use super::layout::Bar;

/// How wide a column of folded bars is, in pixels.
pub(crate) const COLUMN: f64 = 2.0;

/// Bars too narrow to draw one by one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Folded {
    /// The colour of the only task in it; `None` for many tasks together.
    pub(crate) colour: Option<usize>,
    /// For each column of the lane the share of its time covered from below: where this layer
    /// begins, and where it ends.
    pub(crate) columns: Vec<(f64, f64)>,
}

/// The narrowest bar, in pixels, that is drawn by itself, so that of all these bars at most `most`
/// are: nothing folds while there are no more than that.
pub(crate) fn narrowest<'a>(bars: impl Iterator<Item = &'a Bar>, scale: f64, most: usize) -> f64 {
    let mut widths: Vec<f64> = bars.map(|bar| (bar.end - bar.start) as f64 * scale).collect();
    if widths.len() <= most {
        return 0.0;
    }
    widths.sort_by(f64::total_cmp);
    // Bars of the very same width fold together or not at all.
    let limit = widths[widths.len() - most - 1];
    limit.next_up().max(0.5)
}

/// Takes the bars narrower than `narrowest` out of the lane and folds them, a layer a task where
/// there are few tasks.
pub(crate) fn fold(bars: &mut Vec<Bar>, scale: f64, end: u64, narrowest: f64) -> Vec<Folded> {
    let narrow = |bar: &Bar| ((bar.end - bar.start) as f64 * scale) < narrowest;
    let (folding, kept): (Vec<Bar>, Vec<Bar>) = bars.drain(..).partition(narrow);
    *bars = kept;
    let mut tasks: Vec<usize> = folding.iter().map(|bar| bar.task).collect();
    tasks.sort_unstable();
    tasks.dedup();
    let count = (end as f64 * scale / COLUMN).ceil() as usize;
    let mut below = vec![0.0; count];
    let layers = if tasks.len() <= 3 { tasks.len() } else { 1 };
    let mut folded = Vec::new();
    for layer in 0..layers {
        let mine = |bar: &&Bar| layers == 1 || bar.task == tasks[layer];
        let mut columns: Vec<(f64, f64)> = below.iter().map(|&share| (share, share)).collect();
        for bar in folding.iter().filter(mine) {
            let (from, to) = (bar.start as f64 * scale / COLUMN, bar.end as f64 * scale / COLUMN);
            let first = from as usize;
            for (index, column) in columns.iter_mut().enumerate().skip(first) {
                let covered = to.min(index as f64 + 1.0) - from.max(index as f64);
                if covered <= 0.0 {
                    break;
                }
                column.1 += covered * bar.share;
            }
        }
        below = columns.iter().map(|column| column.1).collect();
        let colour = folding.first().map(|bar| bar.colour);
        let colour = if tasks.len() <= 3 {
            folding.iter().find(|bar| bar.task == tasks[layer]).map(|bar| bar.colour)
        } else {
            colour.filter(|_| tasks.len() == 1)
        };
        folded.push(Folded { colour, columns });
    }
    folded
}
