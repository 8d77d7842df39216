//! Speed-up against workers: how many times as fast as the best sequential code each way is, with
//! as many workers as were measured.
//!
//! Both axes are logarithmic, so that one worker and sixteen have room side by side and the ideal,
//! as many times as fast as there are workers, stays a straight line.

mod draw;

use std::collections::{BTreeMap, BTreeSet};

use claims::{Interval, Measured, significant};

use super::mark::KINDS;
use super::{Chart, Origin, Table};
use crate::claim::Told;
use crate::example::{Example, Examples};

/// One measurement as the chart shows it.
#[derive(Default)]
struct Series {
    /// The speed-up of each way, by its workers.
    ways: BTreeMap<String, BTreeMap<usize, Interval>>,
    /// Effective cores, by the workers that they were measured with.
    e: BTreeMap<usize, f64>,
    cpus: usize,
}

/// The book's measurement, and the reader's where the pages show it.
struct Both {
    book: Series,
    yours: Option<Series>,
}

pub(super) fn chart(
    examples: &Examples,
    example: &Example,
    origin: &mut Origin,
) -> Result<Chart, String> {
    let name = &example.name;
    let told = Told::of(examples, example)?;
    let nothing =
        || format!("`{name}` has no claim that a benchmark carries, so it was not measured");
    let measured = told.measured.as_ref().ok_or_else(nothing)?;
    let book = series(name, measured).map_err(|error| {
        let ids: Vec<_> = measured.estimates.keys().map(String::as_str).collect();
        format!(
            "{}: {error}; there are {}",
            example.shown("recorded/measured.json"),
            ids.join(", ")
        )
    })?;
    origin.note(&told);
    // The same code has the same benchmarks: where the reader's lack one, it failed there.
    let yours = told.yours.measured().and_then(|yours| series(name, yours).ok());
    let both = Both { book, yours };
    let (drawing, height) = draw::draw(&both);
    Ok(Chart {
        title: format!("{name}: speed-up against workers"),
        words: both.words(),
        drawing,
        height,
        table: both.table(),
    })
}

/// The speed-ups in a measurement.
fn series(name: &str, measured: &Measured) -> Result<Series, String> {
    let baseline = format!("{name}/sequential");
    if measured.time(&baseline).is_none() {
        return Err(format!("no benchmark `{baseline}` was measured, with which to compare"));
    }
    let mut series =
        Series { e: measured.effective_cores(), cpus: measured.passport.cpus, ..Series::default() };
    for id in measured.estimates.keys() {
        let way = id.strip_prefix(name).and_then(|rest| rest.strip_prefix('/'));
        let Some((way, workers)) = way.and_then(|way| way.rsplit_once('-')) else { continue };
        let Some(workers) = workers.parse().ok().filter(|&workers: &usize| workers > 0) else {
            continue;
        };
        if let Some(ratio) = measured.ratio(&baseline, id) {
            series.ways.entry(way.to_owned()).or_default().insert(workers, ratio);
        }
    }
    match series.ways.len() {
        0 => Err(format!("no benchmark is called `{name}/WAY-WORKERS`")),
        1..=KINDS => Ok(series),
        more => Err(format!("{more} ways in one chart, and only {KINDS} kinds of marks")),
    }
}

impl Series {
    /// The speed-up of a way with so many workers.
    fn at(&self, way: &str, workers: usize) -> Option<Interval> {
        self.ways.get(way)?.get(&workers).copied()
    }

    fn words(&self) -> String {
        let mut sentences = Vec::new();
        for (way, points) in &self.ways {
            let points = points.iter().map(|(workers, ratio)| {
                let s = if *workers == 1 { "" } else { "s" };
                format!("{workers} worker{s} {}×", significant(ratio.middle, 2))
            });
            sentences.push(format!("{way}: {}.", points.collect::<Vec<_>>().join(", ")));
        }
        for (workers, e) in &self.e {
            sentences.push(format!("E with {workers} spinners: {e:.2}."));
        }
        sentences.join(" ")
    }
}

impl Both {
    fn words(&self) -> String {
        let yours = self.yours.as_ref();
        let yours =
            yours.map_or(String::new(), |yours| format!(" Your machine: {}", yours.words()));
        format!("Times as fast as the sequential code. {}{yours}", self.book.words())
    }

    /// Both measurements.
    fn all(&self) -> impl Iterator<Item = &Series> {
        [&self.book].into_iter().chain(&self.yours)
    }

    fn table(&self) -> Table {
        let mut head = vec!["way", "workers", "times as fast", "95 % interval"];
        if self.yours.is_some() {
            head.extend(["your machine", "95 % interval"]);
        }
        let nothing = || ["–".to_owned(), "–".to_owned()];
        let points = self.all().flat_map(|series| &series.ways);
        let points: BTreeSet<(&String, usize)> = points
            .flat_map(|(way, points)| points.keys().map(move |workers| (way, *workers)))
            .collect();
        let mut rows = Vec::new();
        for (way, workers) in points {
            let mut row = vec![way.clone(), workers.to_string()];
            for series in self.all() {
                row.extend(series.at(way, workers).map_or_else(nothing, |ratio| {
                    let [low, middle, high] =
                        [ratio.low, ratio.middle, ratio.high].map(|ratio| significant(ratio, 3));
                    [format!("{middle}×"), format!("{low}–{high}×")]
                }));
            }
            rows.push(row);
        }
        let spinners: BTreeSet<usize> =
            self.all().flat_map(|series| series.e.keys().copied()).collect();
        for workers in spinners {
            let mut row = vec!["E, spinners".to_owned(), workers.to_string()];
            for series in self.all() {
                let [_, no_interval] = nothing();
                let e = series.e.get(&workers);
                row.extend([e.map_or("–".to_owned(), |e| format!("{e:.2}")), no_interval]);
            }
            rows.push(row);
        }
        Table { head, rows }
    }
}
