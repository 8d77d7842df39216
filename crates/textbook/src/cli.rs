//! The command line: which commands there are, and how a failure reaches the terminal.

use crate::commands::{build, course, measure, record, serve};
use crate::faults::Faults;
use anyhow::Result;
use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::process::ExitCode;

/// Reads, builds and serves the textbook "One Knife, Two Cooks".
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  cargo run                          build the book and serve it on this machine
  cargo run -- --open                the same, and open it in the browser
  cargo run -- serve --port 8080     the same, at another port
  cargo run -- build                 write the static site to target/book
  cargo run -- course                do the exercises, from where you left off
  cargo run -- record two-spinners   run an example and redraw its picture from that run
  cargo run -- measure sum           judge the claims of an example on this machine"
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    // `serve` is what a bare `cargo run` does, so its options work without its name too.
    #[command(flatten)]
    serve: serve::Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the book and serve it on this machine; pages follow every save (the default).
    Serve(serve::Options),
    /// Write the static site, for any web host.
    Build(build::Options),
    /// Do the exercises, in rustlings.
    Course(course::Options),
    /// Run examples and rewrite what the book shows of their runs.
    Record(record::Options),
    /// Hold a program that the book runs, and end all that it leaves behind.
    #[command(hide = true)]
    Hold {
        /// Who wants it held, the program, and its arguments.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        words: Vec<OsString>,
    },
    /// Run the benchmarks that claims rest on, and judge every claim on this machine.
    Measure(measure::Options),
}

/// Runs the command that the arguments name.
///
/// The exit code is 0 for success, 1 for a failure or a faulty book, and 2 for arguments that
/// make no sense (clap's own convention).
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(options) => serve::run(&options),
        Command::Build(options) => build::run(&options),
        Command::Course(options) => course::run(&options),
        Command::Record(options) => record::run(&options),
        Command::Measure(options) => measure::run(&options),
        Command::Hold { words } => match child::hold(words) {
            Ok(code) => return code.into(),
            Err(error) => Err(error.into()),
        },
    };
    report(outcome)
}

/// Prints a failure. Faults stand alone, one a line, so that an editor can jump to them.
fn report(outcome: Result<()>) -> ExitCode {
    let Err(error) = outcome else { return ExitCode::SUCCESS };
    match error.downcast_ref::<Faults>() {
        Some(faults) => eprintln!("error: the book has faults:\n{faults}"),
        None => eprintln!("error: {error:#}"),
    }
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn serve_is_the_default_and_its_options_need_no_name() {
        let cli = Cli::try_parse_from(["textbook", "--port", "8080"]).expect("parses");
        assert!(cli.command.is_none());
        assert_eq!(cli.serve.port, Some(8080));
    }
}
