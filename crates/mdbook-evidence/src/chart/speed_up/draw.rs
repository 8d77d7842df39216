//! The drawing of speed-up against workers.

use std::collections::BTreeSet;

use timeline::draw::paper::{Paper, number, width};

use super::{Both, Series};
use crate::chart::WIDTH;
use crate::chart::mark::Mark;

/// Where the plot lies, and how high it is.
const LEFT: f64 = 52.0;
const RIGHT: f64 = WIDTH - 6.0;
const HEIGHT: f64 = 230.0;
/// From the plot's edge to the fewest workers.
const PAD: f64 = 52.0;
/// Between marks with as many workers.
const APART: f64 = 13.0;
/// The size of labels, as the style sheet has it.
const LABEL: f64 = 13.0;

/// From workers and speed-ups to places.
struct Frame {
    workers: [f64; 2],
    times: [f64; 2],
    foot: f64,
}

impl Frame {
    /// For whole workers, and for where a line between them is cut off.
    fn x(&self, workers: f64) -> f64 {
        let [first, last] = self.workers.map(f64::ln);
        let share = if last > first { (workers.ln() - first) / (last - first) } else { 0.5 };
        LEFT + PAD + share * (RIGHT - LEFT - 2.0 * PAD)
    }

    fn y(&self, times: f64) -> f64 {
        let [least, most] = self.times.map(f64::ln);
        self.foot - (times.ln() - least) / (most - least) * HEIGHT
    }
}

pub(super) fn draw(both: &Both) -> (Paper, f64) {
    let mut paper = Paper::default();
    let top = legend(&mut paper, both) + 26.0;
    let frame = frame(both, top + HEIGHT);
    axes(&mut paper, both, &frame);
    ideal(&mut paper, &frame);
    // The higher line has its label above it, the lower one below, so that the two never touch.
    let e = |series: &Series| series.e.values().copied().fold(0.0, f64::max);
    let higher = both.yours.as_ref().is_none_or(|yours| e(&both.book) >= e(yours));
    cores(&mut paper, &both.book, &frame, false, higher);
    if let Some(yours) = &both.yours {
        cores(&mut paper, yours, &frame, true, !higher);
    }
    let ways: Vec<&String> = both.book.ways.keys().collect();
    let per_way = both.all().count();
    let marks = (ways.len() * per_way) as f64;
    for (kind, way) in ways.into_iter().enumerate() {
        for (index, series) in both.all().enumerate() {
            let mark = Mark { kind, yours: index == 1 };
            let shift = (kind * per_way + index) as f64 - (marks - 1.0) / 2.0;
            for (&workers, ratio) in series.ways.get(way).into_iter().flatten() {
                let x = frame.x(workers as f64) + shift * APART;
                mark.upright(&mut paper, x, [frame.y(ratio.low), frame.y(ratio.high)]);
                mark.draw(&mut paper, x, frame.y(ratio.middle));
            }
        }
    }
    (paper, frame.foot + 40.0)
}

/// A mark a way, in as many lines as they need; where the last one ends.
fn legend(paper: &mut Paper, both: &Both) -> f64 {
    let (mut x, mut y) = (6.0, 10.0);
    for (kind, way) in both.book.ways.keys().enumerate() {
        let mut entries = vec![(false, way.clone())];
        if both.yours.is_some() {
            entries.push((true, format!("{way}, your machine")));
        }
        for (yours, name) in entries {
            let room = 14.0 + width(&name, LABEL);
            if x + room > WIDTH && x > 6.0 {
                (x, y) = (6.0, y + 20.0);
            }
            Mark { kind, yours }.draw(paper, x, y);
            paper.text("label", x + 12.0, y + 4.5, "start", &name);
            x += room + 14.0;
        }
    }
    y + 8.0
}

/// The ends of both axes: all that was measured, and one time as fast.
fn frame(both: &Both, foot: f64) -> Frame {
    let (mut workers, mut times) = ([f64::INFINITY, 0.0_f64], [1.0_f64, 1.0_f64]);
    for series in both.all() {
        for (&count, ratio) in series.ways.values().flatten() {
            workers = [workers[0].min(count as f64), workers[1].max(count as f64)];
            times = [times[0].min(ratio.low), times[1].max(ratio.high)];
        }
        times[1] = series.e.values().fold(times[1], |most, e| most.max(*e));
    }
    Frame { workers, times: [times[0] / 1.12, times[1] * 1.15], foot }
}

fn axes(paper: &mut Paper, both: &Both, frame: &Frame) {
    let [least, most] = frame.times;
    paper.text(
        "tick",
        0.0,
        frame.foot - HEIGHT - 8.0,
        "start",
        "times as fast as the sequential code",
    );
    // Powers of two, and the halves between them where there is room.
    let steps: &[f64] = if most / least < 4.0 { &[1.0, 1.5] } else { &[1.0] };
    let powers = least.log2().floor() as i32..=most.log2().ceil() as i32;
    let ticks = powers.flat_map(|power| steps.iter().map(move |step| step * 2_f64.powi(power)));
    for times in ticks.filter(|times| (least..=most).contains(times)) {
        let y = frame.y(times);
        paper.path("axis", &format!("M{} {}H{}", number(LEFT), number(y), number(RIGHT)));
        paper.text("tick", LEFT - 6.0, y + 4.0, "end", &format!("{times}×"));
    }
    let points = both.all().flat_map(|series| series.ways.values());
    let counts: BTreeSet<usize> = points.flat_map(|points| points.keys().copied()).collect();
    for &workers in &counts {
        paper.text(
            "tick",
            frame.x(workers as f64),
            frame.foot + 16.0,
            "middle",
            &workers.to_string(),
        );
    }
    paper.text("tick", f64::midpoint(LEFT, RIGHT), frame.foot + 34.0, "middle", "workers");
}

/// As many times as fast as there are workers, as far as the plot and the workers go.
fn ideal(paper: &mut Paper, frame: &Frame) {
    let [first, last] = frame.workers;
    let (from, to) = (first.max(frame.times[0]), last.min(frame.times[1]));
    if from >= to {
        return;
    }
    let path =
        [number(frame.x(from)), number(frame.y(from)), number(frame.x(to)), number(frame.y(to))];
    paper.path("ideal", &format!("M{} {}L{} {}", path[0], path[1], path[2], path[3]));
    // Its name stands at its end, where marks are below it.
    paper.text("label waits", frame.x(to) + 6.0, frame.y(to) - 2.0, "start", "ideal");
}

/// Lines at the effective cores. More workers than CPUs cannot get more, so a line goes on to the
/// end where its spinners were as many as the CPUs; fewer say nothing of more workers.
fn cores(paper: &mut Paper, series: &Series, frame: &Frame, yours: bool, above: bool) {
    for (&workers, &e) in &series.e {
        let end = if workers >= series.cpus { RIGHT } else { frame.x(workers as f64).min(RIGHT) };
        let y = frame.y(e);
        let class = if yours { "e yours" } else { "e" };
        paper.path(class, &format!("M{} {}H{}", number(LEFT), number(y), number(end)));
        let with = if series.e.len() > 1 { format!(" ({workers})") } else { String::new() };
        let here = if yours { " here" } else { "" };
        let y = if above { y - 6.0 } else { y + 15.0 };
        paper.text("label", LEFT + 4.0, y, "start", &format!("E{with}{here} {e:.2}"));
    }
}
