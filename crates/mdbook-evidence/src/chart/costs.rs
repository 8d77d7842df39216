//! A ladder of costs: what each thing takes, on an axis where every step is ten times the last.
//!
//! `chart.toml` beside the example names benchmarks of any examples, each with its label:
//!
//! ```toml
//! [costs]
//! "create/thread" = "start a thread and wait for it"
//! ```

use std::collections::BTreeMap;

use claims::{Interval, time_in_words};
use serde::Deserialize;
use timeline::draw::paper::{Paper, number};
use toml::Spanned;

use super::mark::Mark;
use super::{Chart, Origin, Table, WIDTH};
use crate::claim::Told;
use crate::example::{Example, Examples};

const FILE: &str = "chart.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The label of each benchmark, by its id.
    costs: BTreeMap<Spanned<String>, String>,
}

/// A step of the ladder, in nanoseconds.
struct Cost {
    label: String,
    book: Interval,
    yours: Option<Interval>,
}

pub(super) fn chart(
    examples: &Examples,
    example: &Example,
    origin: &mut Origin,
) -> Result<Chart, String> {
    let costs = read(examples, example, origin)?;
    let (drawing, height) = draw(&costs);
    let with_yours = costs.iter().any(|cost| cost.yours.is_some());
    let mut head = vec!["what", "time", "95 % interval"];
    if with_yours {
        head.extend(["your machine", "95 % interval"]);
    }
    let row = |cost: &Cost| {
        let mut row = vec![cost.label.clone()];
        let times =
            if with_yours { vec![Some(cost.book), cost.yours] } else { vec![Some(cost.book)] };
        for time in times {
            row.extend(time.map_or([(); 2].map(|()| "–".to_owned()), |time| {
                [time_in_words(time.middle, 3), interval(time)]
            }));
        }
        row
    };
    Ok(Chart {
        title: "What it costs, on a logarithmic axis".to_owned(),
        words: costs.iter().map(words).collect::<Vec<_>>().join(" "),
        drawing,
        height,
        table: Table { head, rows: costs.iter().map(row).collect() },
    })
}

/// The costs that the file names, cheapest first.
fn read(examples: &Examples, example: &Example, origin: &mut Origin) -> Result<Vec<Cost>, String> {
    let text = example.read(FILE)?;
    let at = |offset: usize, message: &str| {
        let line = 1 + text[..offset].matches('\n').count();
        format!("{}:{line}: {}", example.shown(FILE), message.trim_end())
    };
    let file: File = toml::from_str(&text)
        .map_err(|error| at(error.span().map_or(0, |span| span.start), error.message()))?;
    let mut told: BTreeMap<&str, Told> = BTreeMap::new();
    let mut costs = Vec::new();
    for (id, label) in &file.costs {
        let fault = |message: &str| at(id.span().start, message);
        let id = id.get_ref();
        // A benchmark's id begins with the name of its example.
        let name = id.split_once('/').map_or(&**id, |(name, _)| name);
        if !told.contains_key(name) {
            let owner = examples.get(name).map_err(|error| fault(&error))?;
            let new = Told::of(examples, owner).map_err(|error| fault(&error))?;
            origin.note(&new);
            told.insert(name, new);
        }
        let told = &told[name];
        let book = told.measured.as_ref().and_then(|measured| measured.time(id));
        let book = book.ok_or_else(|| {
            let ids = told.measured.iter().flat_map(|measured| measured.estimates.keys());
            let known: Vec<_> = ids.map(String::as_str).collect();
            fault(&format!("no benchmark `{id}` was measured; there are {}", known.join(", ")))
        })?;
        let yours = told.yours.measured().and_then(|measured| measured.time(id));
        costs.push(Cost { label: label.clone(), book, yours });
    }
    if costs.is_empty() {
        return Err(at(0, "it names no benchmark"));
    }
    costs.sort_by(|a, b| a.book.middle.total_cmp(&b.book.middle));
    Ok(costs)
}

fn interval(time: Interval) -> String {
    format!("{} – {}", time_in_words(time.low, 3), time_in_words(time.high, 3))
}

fn words(cost: &Cost) -> String {
    let yours = cost.yours.map_or(String::new(), |yours| {
        format!(", on your machine {}", time_in_words(yours.middle, 2))
    });
    format!("{}: {}{yours}.", cost.label, time_in_words(cost.book.middle, 2))
}

/// Where the axis lies; half a tick's label stands out at either end.
const LEFT: f64 = 22.0;
const RIGHT: f64 = WIDTH - 24.0;
/// The height of a track, and of the label above it.
const TRACK: f64 = 15.0;
const LABEL: f64 = 19.0;

fn draw(costs: &[Cost]) -> (Paper, f64) {
    let all = || costs.iter().flat_map(|cost| [Some(cost.book), cost.yours]).flatten();
    let least = all().map(|time| time.low).fold(f64::INFINITY, f64::min).log10().floor();
    let most = all().map(|time| time.high).fold(0.0, f64::max).log10().ceil().max(least + 1.0);
    let x = |ns: f64| LEFT + (ns.log10() - least) / (most - least) * (RIGHT - LEFT);
    let powers = || (least as i32..=most as i32).map(|power| 10_f64.powi(power));

    let mut paper = Paper::default();
    let mut y = 0.0;
    for cost in costs {
        paper.text("label", 0.0, y + 13.0, "start", &cost.label);
        let yours = cost.yours.map(|yours| format!(" · here {}", time_in_words(yours.middle, 2)));
        let figure = time_in_words(cost.book.middle, 2) + &yours.unwrap_or_default();
        paper.text("label", WIDTH, y + 13.0, "end", &figure);
        y += LABEL;
        let tracks = [Some((cost.book, false)), cost.yours.map(|time| (time, true))];
        let height = TRACK * tracks.iter().flatten().count() as f64;
        paper.rect("lane", [0.0, y, WIDTH, height], "");
        for ns in powers() {
            let (x, y, height) = (number(x(ns)), number(y), number(height));
            paper.path("axis", &format!("M{x} {y}v{height}"));
        }
        for (time, yours) in tracks.into_iter().flatten() {
            let mark = Mark { kind: 0, yours };
            let middle = y + TRACK / 2.0;
            mark.lying(&mut paper, middle, [x(time.low), x(time.high)]);
            mark.draw(&mut paper, x(time.middle), middle);
            y += TRACK;
        }
        y += 9.0;
    }
    // As many labels as do not touch.
    let every = ((most - least) / 7.0).ceil() as usize;
    for ns in powers().step_by(every) {
        paper.text("tick", x(ns), y + 8.0, "middle", &time_in_words(ns, 1));
    }
    (paper, y + 14.0)
}
