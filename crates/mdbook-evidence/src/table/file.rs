//! From the text of a file to its table, and to all that is wrong with it by itself.

use toml::de::DeTable;

use super::{Cell, Row, Table, VERDICTS, Verdict};
use crate::fields::{Fields, Report, Value};
use crate::{Faults, Source};

/// The table as far as it can be read, and the faults.
pub(super) fn read(file: &Source<'_>) -> (Table, Faults) {
    let mut report = Report { source: file, faults: Faults::default() };
    let table = match DeTable::parse(file.text) {
        Ok(table) => whole(Fields::of(table.get_ref(), 0), &mut report),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start.min(file.text.len()));
            report.push(at, error.message().trim_end());
            Table { caption: None, columns: Vec::new(), rows: Vec::new() }
        }
    };
    (table, report.faults)
}

fn whole(fields: Fields<'_, '_>, report: &mut Report<'_>) -> Table {
    fields.known(&["caption", "columns", "rows"], report);
    let caption = fields.markdown("caption", report);
    let columns = fields.texts("columns", false, report);
    if columns.len() < 2 {
        report.push(
            fields.place("columns"),
            "`columns` names the heads' column and at least one more",
        );
    }
    let tables = fields.list("rows", false, report);
    if tables.is_empty() {
        report.push(0, "there is no row; begin one with `[[rows]]`");
    }
    let rows = tables.into_iter().filter_map(|value| row(value, columns.len(), report)).collect();
    Table { caption, columns: columns.into_iter().map(|(name, _)| name).collect(), rows }
}

fn row(value: &Value<'_>, columns: usize, report: &mut Report<'_>) -> Option<Row> {
    let fields = Fields::new(value, &["head", "cells"], report)?;
    let head = fields.required("head", report);
    let values = fields.list("cells", false, report);
    if values.len() + 1 != columns {
        let message = format!(
            "this row has a head and {} cells, and the table has {columns} columns",
            values.len()
        );
        report.push(fields.at, message);
    }
    let cells = values.into_iter().filter_map(|value| cell(value, report)).collect();
    Some(Row { head: head?, cells })
}

fn cell(value: &Value<'_>, report: &mut Report<'_>) -> Option<Cell> {
    let known = ["says", "text", "verdict", "because", "evidence"];
    let fields = Fields::new(value, &known, report)?;
    let says = fields.markdown("says", report).map(|(says, _)| says);
    let cell = Cell {
        says,
        text: fields.markdown("text", report),
        verdict: verdict(fields, report),
        because: fields.markdown("because", report),
        evidence: fields.texts("evidence", false, report),
    };
    let mut wrong = |message: &str| report.push(fields.at, message);
    if cell.says.is_none() && cell.text.is_none() && cell.evidence.is_empty() {
        wrong("this cell is empty");
    }
    if fields.get("says").is_some() != fields.get("verdict").is_some() {
        wrong("`says` and `verdict` belong together: what is quoted is judged, and nothing else");
    }
    if cell.verdict.is_some() && cell.because.is_none() {
        wrong("a verdict needs its reason: `because`");
    }
    if cell.verdict.is_some() && !cell.evidence.iter().any(|(written, _)| ran(written)) {
        wrong(
            "a verdict needs evidence that ran: claim NAME/ID, timeline NAME, schedules NAME, \
             output NAME, siblings NAME or block PATH#ANCHOR",
        );
    }
    Some(cell)
}

/// Whether this evidence is something that ran, and not only words.
fn ran(written: &str) -> bool {
    !["section ", "quiz "].iter().any(|words| written.starts_with(words))
}

fn verdict(fields: Fields<'_, '_>, report: &mut Report<'_>) -> Option<&'static Verdict> {
    let (word, at) = fields.text("verdict", report)?;
    let verdict = VERDICTS.iter().find(|verdict| verdict.word == word);
    if verdict.is_none() {
        let words: Vec<_> = VERDICTS.iter().map(|verdict| verdict.word).collect();
        report.push(at, format!("there is no verdict `{word}`; there is {}", words.join(", ")));
    }
    verdict
}
