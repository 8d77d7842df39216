//! What a search has found, for a terminal.

use std::fmt;

use super::{Kind, Move, Outcome, Schedules, Stopped};

impl fmt::Display for Schedules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let least = if self.stopped.is_some() { "at least " } else { "" };
        let states = several(self.states as u128, "state");
        write!(f, "{}: {least}{states}, ", self.program)?;
        match self.schedules {
            Some(count) => writeln!(f, "{least}{}", several(count, "schedule"))?,
            None => writeln!(f, "and schedules without end")?,
        }
        if let Some(stopped) = self.stopped {
            let why = match stopped {
                Stopped::States => "there are more states than it may look at",
                Stopped::Time => "its time is over",
            };
            writeln!(f, "THE SEARCH STOPPED SHORT: {why}; there may be other outcomes")?;
        }
        let outcomes = self.outcomes.iter().map(|one| match one.schedules {
            Some(count) => format!("{}: {}", one.label(), counted(count)),
            None => one.label(),
        });
        write!(f, "outcomes {{{}}}", outcomes.collect::<Vec<_>>().join(", "))?;
        if let Some(cycle) = &self.livelock {
            let names: Vec<_> =
                cycle.threads.iter().map(|thread| self.threads[*thread].as_str()).collect();
            write!(f, "\nlivelock: {} can go in a circle for ever", names.join(" and "))?;
        }
        Ok(())
    }
}

impl Outcome {
    /// The outcome in a list of outcomes.
    fn label(&self) -> String {
        match self.kind {
            Kind::Deadlock => format!("deadlock ({})", self.text),
            Kind::Finished | Kind::Panic => self.text.clone(),
        }
    }
}

impl Schedules {
    /// A schedule as text: a row a step, a column a thread, and the shared values after the step.
    #[must_use]
    pub fn strip(&self, witness: &[Move]) -> String {
        let mut head = vec![String::new()];
        head.extend(self.threads.iter().cloned());
        head.extend(self.shared.iter().cloned());
        let mut rows = vec![head];
        for (number, step) in witness.iter().enumerate() {
            let mut row = vec![(number + 1).to_string()];
            let lane = |thread| if thread == step.thread { self.code(step) } else { String::new() };
            row.extend((0..self.threads.len()).map(lane));
            row.extend(step.values.iter().cloned());
            rows.push(row);
        }
        let columns = rows[0].len();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
        let widths: Vec<_> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The line of a step, with what the step does where the line does not say so: one line can
    /// be several steps. Only that where the source is not at hand.
    fn code(&self, step: &Move) -> String {
        match step.at.as_ref().and_then(|at| self.lines.get(at)).filter(|text| !text.is_empty()) {
            Some(text) if text.contains(step.what) => text.clone(),
            Some(text) => format!("{text} ({})", step.what),
            None => step.what.to_owned(),
        }
    }
}

/// A number of something.
fn several(count: u128, one: &str) -> String {
    format!("{} {one}{}", counted(count), if count == 1 { "" } else { "s" })
}

/// A count of schedules.
pub(super) fn counted(count: u128) -> String {
    if count == u128::MAX { "more than 10^38".to_owned() } else { grouped(count) }
}

/// A number with its thousands set apart.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
