//! `{{#chart NAME caption}}`: what was measured of an example, drawn.
//!
//! In the chapter:
//!
//! ```markdown
//! {{#chart sum
//! Two ways to sum. Look at how far below the ideal each mark is.
//! }}
//! ```
//!
//! In the page: a figure with the drawing, its caption, the machine and the day and, folded away,
//! the figures it was drawn from. Nothing but measured points is drawn.
//!
//! What a chart shows follows from the example, so that a chapter only says what to look at:
//!
//! * benchmarks called `NAME/sequential` and `NAME/WAY-WORKERS` become speed-up against workers;
//! * a `chart.toml` beside the example names the benchmarks of a ladder of costs, its own or those
//!   of other examples, each with its label. It is no part of `Cargo.toml`, because cargo has no
//!   use for it, nor of the chapter, because two chapters may show the same ladder.

mod costs;
mod mark;
mod speed_up;

use std::collections::BTreeSet;

use timeline::draw::paper::{Paper, number};

use crate::claim::Told;
use crate::example::Examples;
use crate::html::{escape, inline};

/// The width of a drawing, so that it is not made smaller on a phone of 500 pixels.
const WIDTH: f64 = 460.0;

/// Said where the reader's marks are worth little.
const NOT_SHOWN: &str =
    "Your machine could not show every claim about this, so its marks may lie anywhere.";

/// What a chart is made of, whatever it shows.
struct Chart {
    title: String,
    /// What it shows, in words.
    words: String,
    drawing: Paper,
    height: f64,
    table: Table,
}

/// The figures of a chart: a head, and rows of as many cells.
struct Table {
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

pub(crate) fn html(examples: &Examples, argument: &str) -> Result<String, String> {
    let (name, caption) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    if caption.trim().is_empty() {
        return Err(format!(
            "the chart of `{name}` has no caption; say in one sentence what to look at: \
             {{{{#chart {name} Look at …}}}}"
        ));
    }
    let example = examples.get(name)?;
    let mut origin = Origin::default();
    let chart = if example.path("chart.toml").exists() {
        costs::chart(examples, example, &mut origin)?
    } else {
        speed_up::chart(examples, example, &mut origin)?
    };
    Ok(format!(
        "<figure class=\"chart\" id=\"chart-{name}\">\
         <div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Chart of {name}\">{}</div>\
         <figcaption>{}{}</figcaption>\
         <details><summary>The figures of this chart</summary>\
         <div class=\"table-wrapper\">{}</div></details></figure>",
        svg(name, &chart),
        inline(caption),
        origin.lines(),
        table(&chart.table)
    ))
}

/// Where the figures of a chart come from: a line a machine and day.
#[derive(Default)]
struct Origin {
    book: BTreeSet<String>,
    yours: BTreeSet<String>,
    left_out: BTreeSet<String>,
    /// Whether the reader's machine was too busy or too small for a claim about these figures.
    not_shown: bool,
}

impl Origin {
    fn note(&mut self, told: &Told) {
        self.book.extend(told.measured.as_ref().map(|book| book.passport.to_string()));
        self.yours.extend(told.yours.measured().map(|yours| yours.passport.to_string()));
        self.not_shown |= told.yours.not_shown();
        self.left_out.extend(told.yours.left_out());
    }

    fn lines(&self) -> String {
        let book = self.book.iter().map(|passport| format!("Measured on {passport}."));
        let yours = self.yours.iter().map(|passport| format!("Hollow: your machine, {passport}."));
        let not_shown = self.not_shown.then(|| NOT_SHOWN.to_owned());
        let lines = book.chain(yours).chain(not_shown).chain(self.left_out.iter().cloned());
        lines.map(|line| format!(" <span class=\"passport\">{}</span>", escape(&line))).collect()
    }
}

/// The drawing as one element, with what it shows in words.
fn svg(name: &str, chart: &Chart) -> String {
    let (title, words) = (escape(&chart.title), escape(&chart.words));
    let (width, height) = (number(WIDTH), number(chart.height));
    let drawing = chart.drawing.as_text();
    format!(
        "<svg class=\"timeline chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"chart-{name}-title chart-{name}-desc\" \
         xmlns=\"http://www.w3.org/2000/svg\">\
         <title id=\"chart-{name}-title\">{title}</title>\
         <desc id=\"chart-{name}-desc\">{words}</desc>\n{drawing}</svg>"
    )
}

fn table(table: &Table) -> String {
    let cell = |text: &String| format!("<td>{}</td>", escape(text));
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let head = table.head.iter().map(|name| format!("<th scope=\"col\">{name}</th>"));
    format!(
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        head.collect::<String>(),
        table.rows.iter().map(row).collect::<String>()
    )
}
