//! The numbers of a picture, as a table beneath it.

use super::paper::escape;
use super::scale::Shown;
use crate::run::Run;

/// The most rows of one table: a reader who wants more opens the recording.
const MOST: usize = 40;

/// An HTML table of the run: which task was on which worker from when to when, in time order, with
/// the stretches on no worker among them. Past 40 rows a last one says how many are left out.
pub fn table(run: &Run) -> String {
    let shown = Shown::for_length(&run.unit, run.end);
    let mut rows: Vec<(u64, u64, &str, &str)> = run
        .spans
        .iter()
        .map(|s| (s.start, s.end, run.task_name(s.task), run.worker_name(s.worker)))
        .collect();
    for (task, waits) in run.waiting_by_task().into_iter().enumerate() {
        rows.extend(waits.iter().map(|&(from, to)| (from, to, run.task_name(task), "none: waits")));
    }
    rows.sort();
    let unit = escape(&shown.name);
    let mut html = format!(
        "<table>\n<thead>\n<tr><th scope=\"col\">task</th><th scope=\"col\">worker</th>\
         <th scope=\"col\">from ({unit})</th><th scope=\"col\">to ({unit})</th></tr>\n\
         </thead>\n<tbody>\n"
    );
    let more = if rows.len() > MOST + 1 { rows.len() - MOST } else { 0 };
    for (from, to, task, worker) in &rows[..rows.len() - more] {
        let (task, worker) = (escape(task), escape(worker));
        let (from, to) = (shown.number(*from), shown.number(*to));
        html += &format!("<tr><td>{task}</td><td>{worker}</td><td>{from}</td><td>{to}</td></tr>\n");
    }
    if more > 0 {
        html += &format!("<tr><td colspan=\"4\">… and {more} more</td></tr>\n");
    }
    html + "</tbody>\n</table>\n"
}
