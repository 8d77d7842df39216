//! A schedule as text: a row a thread, a column a step.

use super::{Outcome, Schedules};

impl Schedules {
    /// `anna  load  ·     store`, and so on: an outcome's witness. What a step does, the graph says,
    /// or the outcome where there is none.
    pub(crate) fn strip(&self, outcome: &Outcome) -> String {
        let mut node = 0;
        let mut rows: Vec<String> = self.threads.clone();
        pad(&mut rows);
        for (step, &thread) in outcome.witness.iter().enumerate() {
            let mut does = outcome.does.get(step).map_or("●", String::as_str).to_owned();
            if let Some(graph) = &self.graph {
                does = graph[node].does[thread].clone().unwrap_or(does);
                node = graph[node].next[&thread];
            }
            for (row, text) in rows.iter_mut().enumerate() {
                text.push_str("  ");
                text.push_str(if row == thread { &does } else { "·" });
            }
            pad(&mut rows);
        }
        rows.iter().map(|row| row.trim_end()).collect::<Vec<_>>().join("\n")
    }
}

/// Makes every row as long as the longest.
fn pad(rows: &mut [String]) {
    let longest = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    for row in rows {
        let missing = longest - row.chars().count();
        row.extend(std::iter::repeat_n(' ', missing));
    }
}
