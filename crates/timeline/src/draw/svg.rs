//! The picture of one or several runs for a page, as one `<svg>` element.

use super::arrows;
use super::chart;
use super::fold;
use super::lanes;
use super::layout::{Bar, Picture};
use super::paper::{Paper, escape, number, width};
use super::rows::{self, Frame};
use super::words;
use crate::run::Run;

/// The width of the drawing; a page scales it.
const WIDTH: f64 = 720.0;
/// Room at the right for half a tick label and the unit.
const RIGHT: f64 = 44.0;
/// Text sizes in pixels: these stand in the style sheet too, since widths are estimated from them.
pub(crate) const LABEL: f64 = 13.0;
/// The most bars that one picture draws one by one.
const MOST_BARS: usize = 320;

/// A waiting lane is drawn where something in it is at least this wide, in pixels.
const SPECK: f64 = 3.0;

/// How [`svg`] draws.
#[derive(Debug, Clone)]
pub struct Options {
    id: String,
    arrows: bool,
    curves: bool,
}

impl Options {
    /// Everything is drawn. `id` begins the ids within the picture: unique on its page.
    pub fn new(id: impl Into<String>) -> Options {
        Options { id: id.into(), arrows: true, curves: true }
    }

    /// Whether what comes after what is drawn as arrows.
    pub fn with_arrows(self, arrows: bool) -> Options {
        Options { arrows, ..self }
    }

    /// Whether I(t) and R(t) are drawn beneath the lanes.
    pub fn with_curves(self, curves: bool) -> Options {
        Options { curves, ..self }
    }
}

/// Draws the runs as one `<svg>`, 720 wide: a panel a run, one above the other on the same time
/// scale, each under its title where there are several. The runs should share a unit.
///
/// It stands in Markdown as it is: its start tag has a line of its own, no line is blank or
/// indented. It has classes and no colours: see [`CSS`](super::CSS).
pub fn svg(runs: &[&Run], options: &Options) -> String {
    let mut picture = Picture::new(runs, 10);
    let names = picture.panels.iter().flat_map(|panel| {
        let workers = panel.lanes.iter().map(|lane| lane.name.as_str());
        workers.chain(panel.waits.iter().map(|wait| wait.name.as_str()))
    });
    let longest = names.map(|name| width(name, LABEL)).fold(0.0, f64::max);
    let left = (longest + 16.0).clamp(118.0, 180.0);
    let right = WIDTH - RIGHT;
    let mut frame = Frame {
        left,
        right,
        scale: (right - left) / picture.end.max(1) as f64,
        ..Frame::default()
    };
    // A lane of specks says nothing: who waits only for an instant is not shown waiting.
    for panel in &mut picture.panels {
        let seen = |bar: &Bar| (bar.end - bar.start) as f64 * frame.scale >= SPECK;
        panel.waits.retain(|wait| wait.stretches.iter().any(seen));
    }
    let bars = picture.panels.iter().flat_map(|panel| &panel.lanes);
    let bars = bars.flat_map(|lane| lane.bars.iter().chain(&lane.held));
    frame.narrowest = fold::narrowest(bars, frame.scale, MOST_BARS);

    let mut paper = Paper(String::new());
    let mut y = 0.0;
    for (index, panel) in picture.panels.iter().enumerate() {
        if index > 0 {
            y += 20.0;
        }
        if picture.panels.len() > 1 {
            let end = picture.shown.with_unit(panel.run.end);
            paper.line(&format!(
                "<text class=\"title\" x=\"0\" y=\"{}\">{}<tspan class=\"tick\" dx=\"10\">{} · \
                 {}</tspan></text>",
                number(y + 14.0),
                escape(&panel.run.title),
                escape(&end),
                panel.maxima(),
            ));
            y += 26.0;
        }
        let linked = options.arrows && panel.run.tasks.iter().any(|task| !task.after.is_empty());
        let rows =
            rows::rows(panel, y, if linked { 44.0 } else { 36.0 }).with_legend(panel, &frame);
        let bottom = rows.bottom + if options.curves { chart::height(picture.most) } else { 0.0 };
        for tick in &picture.ticks {
            let x = number(frame.x(tick.time));
            let (top, bottom) = (number(y), number(bottom + 4.0));
            paper.path("axis", &format!("M{x} {top}V{bottom}"));
        }
        lanes::draw(&mut paper, panel, &rows, &frame, &picture.shown);
        if linked {
            arrows::draw(&mut paper, panel, &rows, &frame);
        }
        if options.curves {
            chart::draw(&mut paper, panel, rows.bottom, picture.most, &frame);
        }
        y = bottom;
    }
    y += 20.0;
    for tick in &picture.ticks {
        paper.text("tick", frame.x(tick.time), y, "middle", &tick.label);
    }
    let labelled =
        picture.ticks.iter().map(|tick| frame.x(tick.time) + width(&tick.label, LABEL) / 2.0);
    let unit = labelled.fold(right, f64::max) + 5.0;
    paper.text("tick", unit, y, "start", &picture.shown.name);
    wrap(&paper.0, y + 8.0, &picture, &frame, options)
}

/// The element around the drawing, with what it shows in words.
fn wrap(
    drawing: &str,
    height: f64,
    picture: &Picture<'_>,
    frame: &Frame,
    options: &Options,
) -> String {
    let id = escape(&options.id);
    let titles: Vec<_> = picture.panels.iter().map(|panel| panel.run.title.as_str()).collect();
    let (title, description) = (escape(&titles.join(", ")), escape(&words::describe(picture)));
    let (width, height) = (number(WIDTH), number(height));
    // Where the time axis lies, for a script that goes along it.
    let (left, right, end) = (number(frame.left), number(frame.right), picture.end);
    format!(
        "<svg class=\"timeline\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         data-left=\"{left}\" data-right=\"{right}\" data-end=\"{end}\" \
         aria-labelledby=\"{id}-title {id}-desc\" xmlns=\"http://www.w3.org/2000/svg\">\n\
         <title id=\"{id}-title\">{title}</title>\n\
         <desc id=\"{id}-desc\">{description}</desc>\n\
         {drawing}</svg>\n"
    )
}
