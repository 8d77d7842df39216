//! `{{#table FILE}}`: a table whose cells name what decides them, in a file beside the chapter.
//!
//! The file is TOML. Its first column is the heads of its rows:
//!
//! ```toml
//! caption = "The first table of note 000"
//! columns = ["Feature", "Concurrency", "Parallelism"]
//!
//! [[rows]]
//! head = "GIL Limitation"
//! [[rows.cells]]
//! says = "Affected (threads share GIL)"
//! verdict = "true under a GIL"
//! because = "Who waits lets go of it."
//! evidence = ["output gil", "claim model-gil/one-lock"]
//! [[rows.cells]]
//! text = "…"
//! ```
//!
//! | field of a cell | meaning |
//! |---|---|
//! | `says` | words of somebody else, quoted |
//! | `text` | words of ours: no naked numbers in them |
//! | `verdict` | what is to be said of the quoted words: `true`, `true under a GIL`, `false`, `depends` |
//! | `because` | why, in a sentence or two: no naked numbers |
//! | `evidence` | what decides it, a list |
//!
//! | evidence | what it must lead to |
//! |---|---|
//! | `claim NAME/ID` | a claim that was shown; where its measurement refutes it, the cell is marked *refuted* |
//! | `timeline NAME` | a recording of the example; the page says so where its code has changed since |
//! | `schedules NAME` | a search through all of the example's schedules |
//! | `output NAME` | what the example prints |
//! | `siblings NAME` | an example in Python, Go and Rust; what the cells of these columns have in backticks stands in its programs |
//! | `block PATH#ANCHOR` | a section with a block of Rust, which was compiled |
//! | `section PATH#ANCHOR` | a section of the book |
//! | `quiz ID` | a question of the book |
//!
//! A verdict needs evidence that ran, so a section or a question alone is not enough. Nothing may
//! be empty, and everything has to lead somewhere.

mod evidence;
mod file;
mod page;
mod uses;

use std::path::Path;

use crate::example::Examples;
use crate::places::Places;
use crate::{Faults, Source, number};
use evidence::Found;
pub use uses::{Line, lines};
pub(crate) use uses::{claims, links};

/// A table, as written. Places (`at`) are bytes of the file, for faults.
struct Table {
    caption: Option<(String, usize)>,
    columns: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    head: (String, usize),
    cells: Vec<Cell>,
}

struct Cell {
    says: Option<String>,
    text: Option<(String, usize)>,
    verdict: Option<&'static Verdict>,
    because: Option<(String, usize)>,
    evidence: Vec<(String, usize)>,
}

/// What can be said of somebody's words.
struct Verdict {
    word: &'static str,
    class: &'static str,
}

const VERDICTS: [Verdict; 4] = [
    Verdict { word: "true", class: "is-true" },
    Verdict { word: "true under a GIL", class: "is-gil" },
    Verdict { word: "false", class: "is-false" },
    Verdict { word: "depends", class: "is-open" },
];

/// The table in the file `name` beside the chapter.
pub(crate) fn html(
    root: &Path,
    source: &Source<'_>,
    at: usize,
    examples: &Examples,
    name: &str,
) -> Result<String, Faults> {
    let path = source.path.with_file_name(name);
    let text = source.beside(root, at, &path, "write the table there")?;
    let file = Source { path: &path, text: &text };
    let (table, mut faults) = file::read(&file);
    let places = Places::of(root);
    let mut found = Vec::new();
    for row in &table.rows {
        let cells: Vec<Vec<Found>> = row
            .cells
            .iter()
            .map(|cell| evidence::all(examples, &places, source.path, &file, cell, &mut faults))
            .collect();
        evidence::names(examples, &table, row, &file, &mut faults);
        numbers(examples, &file, row, &mut faults);
        found.push(cells);
    }
    if let Some((caption, at)) = &table.caption {
        naked(&file, caption, *at, "", &mut faults);
    }
    faults.or_else_ok()?;
    Ok(page::html(source.path, &table, &found))
}

/// Reports naked numbers in our own words. What a cell's evidence shows may be quoted from it.
fn numbers(examples: &Examples, file: &Source<'_>, row: &Row, faults: &mut Faults) {
    let all = row.cells.iter().flat_map(|cell| &cell.evidence);
    let shown: String = all.map(|(written, _)| evidence::shows(examples, written)).collect();
    for cell in &row.cells {
        for (text, at) in cell.text.iter().chain(&cell.because) {
            naked(file, text, *at, &shown, faults);
        }
    }
}

fn naked(file: &Source<'_>, text: &str, at: usize, shown: &str, faults: &mut Faults) {
    let mut found = Faults::default();
    number::check(&Source { path: file.path, text }, shown, &mut found);
    // A text's own lines are not those of the file.
    found.0.into_iter().for_each(|fault| faults.push(file.fault(at, fault.message)));
}
