//! The preprocessor as mdBook's command, for a plain `mdbook build`.

use std::io;
use std::process::ExitCode;

use anyhow::{Context, Result};
use mdbook_evidence::Evidence;
use mdbook_preprocessor::Preprocessor;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

/// mdBook asks `supports RENDERER` first, then gives the book on standard input.
fn run() -> Result<ExitCode> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if let [question, renderer] = arguments.as_slice()
        && question == "supports"
    {
        let supported = Evidence::new("").supports_renderer(renderer)?;
        return Ok(if supported { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let (context, book) = mdbook_preprocessor::parse_input(io::stdin())
        .context("failed to read the book; this program is started by `mdbook build`")?;
    let book = Evidence::new(&context.root).run(&context, book)?;
    serde_json::to_writer(io::stdout(), &book).context("failed to hand the book back")?;
    Ok(ExitCode::SUCCESS)
}
