//! The book's preprocessor: directives in chapters become evidence in pages.
//!
//! A chapter is Markdown with a few directives in the style of mdBook's own `{{#include}}`:
//!
//! | in the chapter | in the page |
//! |---|---|
//! | `{{#output NAME}}` | the command that runs the example `NAME` and what it prints, with tabs for its Python and Go siblings |
//! | `{{#timeline NAME` … `}}` | the recorded runs of the example `NAME`, drawn, with the rest as caption |
//! | `{{#chart NAME` … `}}` | what was measured of the example `NAME`, drawn: speed-up against workers, or costs |
//! | `{{#claim NAME/ID}}` | a figure, as a link to what was measured |
//! | `{{#claims}}` | every claim of the book with its evidence |
//! | `{{#schedules NAME` … `}}` | every schedule of the example `NAME`, and what can come out |
//! | `{{#models NAME` … `}}` | what jobs should take in each model, by formula, and what they took in the example `NAME` |
//! | `{{#quiz FILE}}` | the questions in `FILE`, beside the chapter |
//! | `{{#table FILE}}` | the table in `FILE`, beside the chapter; its cells name what decides them |
//! | `{{#exercise NAME}}` | an exercise: its title, the command that opens it, a hint |
//! | `{{#progress}}` | every question and exercise of the book, and which are done |
//! | `{{#chapter FILE … sentence}}` | what the chapter needs and gives, and how long it takes to read |
//! | `{{#path FILE …}}` | a way through the book with its times; without files, the whole book |
//! | `{{#sources}}` | the sources of all chapters |
//! | `{{#machines}}` | the machines that recordings and measurements come from |
//! | `{{#programs}}` | every example, with its command and where it is shown |
//!
//! The first occurrence of a term of the glossary becomes a link to it.
//!
//! This crate reads files and nothing else: it starts no process, opens no socket, runs no search.
//! What it shows was put into files by a run, and the package `tests` holds the files to the runs.
//!
//! Everything that is wrong in any chapter is gathered into one report ([`Faults`]), each with its
//! chapter and line, because a writer wants to mend all of it at once.

pub mod block;
mod chapter;
mod chapters;
mod chart;
mod claim;
mod code;
mod control;
pub mod directive;
mod example;
mod exercise;
mod fault;
mod fields;
mod glossary;
mod html;
mod include;
mod links;
mod machines;
mod markdown;
mod models;
mod number;
mod output;
mod picture;
mod places;
mod programs;
mod progress;
mod quiz;
mod reading;
pub mod schedules;
mod sources;
mod summary;
pub mod table;

use std::path::PathBuf;

use anyhow::Result;
use mdbook_preprocessor::book::{Book, BookItem};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

pub use chapter::Source;
pub use chapters::chapters;
pub use claim::{refuted_claims, unused_claims};
pub use control::Control;
use example::Examples;
pub use example::{Example, Expected};
pub use exercise::{EXERCISES, Exercise};
pub use fault::{Fault, Faults};
pub use glossary::unused_terms;
pub use links::check_links;
pub use picture::{Drawn, drawn};
pub use reading::without_head;

/// Where a reader's own measurements are, seen from the book's root: a folder an example.
pub const MEASURED: &str = "target/measured";

/// The preprocessor. mdBook knows it as `evidence`.
#[derive(Clone, Debug)]
pub struct Evidence {
    root: PathBuf,
    yours: bool,
}

impl Evidence {
    /// For the book whose `book.toml` is in the folder `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Evidence { root: root.into(), yours: false }
    }

    /// Whether the pages show what the reader measured beside the book's figures: they must then
    /// stay on the reader's machine.
    #[must_use]
    pub fn with_yours(self, yours: bool) -> Self {
        Evidence { yours, ..self }
    }

    /// Replaces the directives of one chapter, or says all that is wrong with it.
    ///
    /// # Errors
    ///
    /// Every fault of the chapter.
    pub fn expand(&self, source: &Source<'_>) -> Result<String, Faults> {
        chapter::expand(&self.root, &self.shared(), source)
    }

    fn shared(&self) -> chapter::Shared {
        let mut examples = Examples::new(&self.root);
        if self.yours {
            examples = examples.with_yours(self.root.join(MEASURED));
        }
        chapter::Shared { examples, glossary: glossary::Glossary::read(&self.root) }
    }
}

impl Preprocessor for Evidence {
    fn name(&self) -> &str {
        "evidence"
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Ok(renderer == "html")
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut faults = Faults::default();
        let shared = self.shared();
        book.for_each_mut(|item| {
            let BookItem::Chapter(chapter) = item else { return };
            let Some(path) = &chapter.source_path else { return };
            let path = context.config.book.src.join(path);
            let source = Source { path: &path, text: &chapter.content };
            match chapter::expand(&self.root, &shared, &source) {
                Ok(text) => chapter.content = text,
                Err(more) => faults.extend(more),
            }
        });
        faults.or_else_ok()?;
        Ok(book)
    }
}
