//! Time in columns: what stands in each column of a lane, a curve or the axis.

use super::cells::{BLOCKS, Cell, Cover, HELD, IDLE, NOT_EXECUTING, WAITING};
use super::letter;
use crate::draw::layout::{Bar, Lane, Panel, Picture};
use crate::draw::scale::Shown;
use crate::steps::{Level, Steps};

/// How time turns into columns.
pub(super) struct Grid<'a> {
    pub(super) columns: usize,
    pub(super) end: u64,
    pub(super) shown: &'a Shown,
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

    pub(super) fn lane(
        &self,
        panel: &Panel<'_>,
        lane: &Lane,
        unnamed: &mut Vec<usize>,
    ) -> Vec<Cell> {
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

    pub(super) fn waiting(&self, stretches: &[Bar]) -> Vec<Cell> {
        let cell = |cover: &Cover| Cell {
            shown: if cover.share > 0.0 { WAITING } else { ' ' },
            task: cover.most(),
            ink: false,
        };
        self.cover(stretches).iter().map(cell).collect()
    }

    /// Up to 9 a digit where the count changes and a line while it holds; above that blocks, and
    /// the maximum after them. A column shows its mean, to the nearest whole.
    pub(super) fn curve<V: Level>(&self, steps: &Steps<V>, most: usize) -> String {
        let mut means = vec![0.0; self.columns];
        for (from, to, value) in steps.stretches() {
            let (from, to) = (self.column(from), self.column(to));
            for (index, mean) in means.iter_mut().enumerate().skip(from as usize) {
                let covered = to.min(index as f64 + 1.0) - from.max(index as f64);
                if covered <= 0.0 {
                    break;
                }
                *mean += covered * value.as_f64();
            }
        }
        let counts = means.into_iter().map(|mean| mean.round() as usize);
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

    pub(super) fn axis(&self, picture: &Picture<'_>) -> String {
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
