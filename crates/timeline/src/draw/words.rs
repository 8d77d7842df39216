//! A picture in words, for those who do not see it.

use super::layout::{Bar, Lane, Panel, Picture};
use super::scale::Shown;

/// The most intervals told of one lane; after that a count.
const MOST: usize = 12;

/// The full text alternative: every lane, every wait, and the two maxima.
pub(crate) fn describe(picture: &Picture<'_>) -> String {
    let panels = picture.panels.iter().map(|panel| {
        let title =
            if picture.panels.len() > 1 { format!("{}: ", panel.run.title) } else { String::new() };
        format!("{title}{}", describe_panel(panel, &picture.shown))
    });
    panels.collect::<Vec<_>>().join(" ")
}

fn describe_panel(panel: &Panel<'_>, shown: &Shown) -> String {
    let mut sentences = Vec::new();
    let name = |task| panel.run.task_name(task);
    for lane in &panel.lanes {
        let bars = if lane.held.is_empty() { &lane.bars } else { &lane.held };
        let told = bars.iter().map(|bar| (name(bar.task), bar.start, bar.end));
        let told = intervals(told, shown);
        let told = if told.is_empty() { "nothing".to_owned() } else { told };
        let share = executing(lane).filter(|_| panel.executing.is_some());
        let share =
            share.map_or(String::new(), |share| format!("; executing {share:.0} % of that"));
        sentences.push(format!("Lane {}: {told}{share}.", lane.name));
    }
    let waits = panel.waits.iter().flat_map(|wait| &wait.stretches);
    let told = intervals(waits.map(|bar| (name(bar.task), bar.start, bar.end)), shown);
    if !told.is_empty() {
        sentences.push(format!("In progress on no worker: {told}."));
    }
    for task in panel.run.tasks.iter().filter(|task| task.end.is_none()).take(MOST) {
        sentences.push(format!("{} never finishes.", task.name));
    }
    for task in panel.run.tasks.iter().filter(|task| !task.after.is_empty()).take(MOST) {
        let others: Vec<_> = task.after.iter().map(|&other| name(other)).collect();
        sentences.push(format!("{} comes after {}.", task.name, others.join(" and ")));
    }
    sentences.extend(panel.more_lines().into_iter().flatten().map(|line| format!("{line}.")));
    let (most, executing) = (panel.in_progress.max(), panel.most_executing);
    let executing = match panel.executing {
        Some(_) => format!("at most {executing} executing"),
        None => "executing not measured here".to_owned(),
    };
    let end = shown.with_unit(panel.run.end);
    sentences.push(format!("At most {most} in progress, {executing}; {end}."));
    sentences.join(" ")
}

/// For how much of the time that it has a task a worker executes, in percent; `None` where that
/// was all the time, and not measured.
fn executing(lane: &Lane) -> Option<f64> {
    let area = |bars: &[Bar]| -> f64 {
        bars.iter().map(|bar| (bar.end - bar.start) as f64 * bar.share).sum()
    };
    (!lane.held.is_empty()).then(|| 100.0 * area(&lane.bars) / area(&lane.held))
}

fn intervals<'a>(list: impl Iterator<Item = (&'a str, u64, u64)>, shown: &Shown) -> String {
    let list: Vec<_> = list.collect();
    let told = list
        .iter()
        .take(MOST)
        .map(|(name, from, to)| format!("{name} {}–{}", shown.number(*from), shown.number(*to)));
    let mut told: Vec<_> = told.collect();
    if list.len() > MOST {
        told.push(format!("and {} more", list.len() - MOST));
    }
    told.join(", ")
}
