//! Every example, and its Python and Go siblings, run and held to what it must print.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::{Completion, Failed, Trial};
use mdbook_evidence::{Control, Example, Expected, Source, directive};

use crate::compare::compare;
use crate::root::{chapters, root, scratch, text};
use crate::tools;

/// One test an example and language, one a control, and one a recorded output.
pub(crate) fn trials() -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    let shown = shown()?;
    for example in Example::all(root()) {
        let place = shown.get(&example.name).cloned().unwrap_or_default();
        for language in Language::ALL {
            if example.path(language.file()).exists() {
                let name = format!("{} prints what it must, in {language:?}", example.name);
                let (example, place) = (example.clone(), place.clone());
                let test = move || prints(&example, language).map_err(|failed| at(&place, failed));
                trials.push(Trial::ignorable_test(name, test));
            }
        }
        for control in example.controls().map_err(anyhow::Error::msg)? {
            let name = format!("{} takes what its page offers as {}", example.name, control.option);
            let example = example.clone();
            trials.push(Trial::test(name, move || takes(&example, &control)));
        }
        if example.path("recorded/output.txt").exists() {
            let name = format!("{} was recorded printing what it must", example.name);
            trials.push(Trial::test(name, move || recorded(&example)));
        }
    }
    Ok(trials)
}

/// Where the book shows each example's output: `book/concurrency/kitchen.md:23`.
fn shown() -> Result<BTreeMap<String, String>> {
    let mut places = BTreeMap::new();
    for path in chapters() {
        let text = text(&path)?;
        let source = Source { path: &path, text: &text };
        for found in directive::read(&source).iter().filter(|found| found.name == "output") {
            let chapter = path.to_string_lossy().replace('\\', "/");
            let place = format!("{chapter}:{}", source.line(found.range.start));
            places.entry(found.argument.to_owned()).or_insert(place);
        }
    }
    Ok(places)
}

/// A failure with the place in the book that it makes wrong.
fn at(place: &str, failed: Failed) -> Failed {
    let message = failed.message().unwrap_or_default();
    if place.is_empty() {
        failed
    } else {
        format!("{place}: shows what is not so: {message}").into()
    }
}

#[derive(Clone, Copy, Debug)]
enum Language {
    Rust,
    Python,
    Go,
}

/// Why an example cannot be run.
enum Missing {
    /// This program is not on the machine.
    Tool(&'static str),
    /// It does not compile.
    Built(String),
}

impl Language {
    const ALL: [Language; 3] = [Language::Rust, Language::Python, Language::Go];

    fn file(self) -> &'static str {
        match self {
            Language::Rust => "src/main.rs",
            Language::Python => "src/main.py",
            Language::Go => "src/main.go",
        }
    }

    /// The command that runs the example.
    fn command(self, example: &Example) -> Result<Command, Missing> {
        match self {
            Language::Rust => program(example).map_err(Missing::Built),
            Language::Python => {
                if !*PYTHON {
                    return Err(Missing::Tool("python3"));
                }
                let mut command = Command::new("python3");
                command.arg(example.path(self.file()));
                Ok(command)
            }
            Language::Go => {
                if !*GO {
                    return Err(Missing::Tool("go"));
                }
                let mut command = Command::new("go");
                command.arg("run").arg(example.path(self.file()));
                if let Ok(cache) = scratch("go") {
                    command.env("GOCACHE", cache).env("GOFLAGS", "-mod=mod");
                }
                Ok(command)
            }
        }
    }
}

static PYTHON: LazyLock<bool> = LazyLock::new(|| tools::there("python3", "--version"));
static GO: LazyLock<bool> = LazyLock::new(|| tools::there("go", "version"));

/// The folder with the examples' programs, all built by the first test that asks.
static BUILT: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
    let examples = Example::all(root());
    tools::build(&examples.iter().map(|example| example.name.as_str()).collect::<Vec<_>>())
});

/// An example's program.
pub(crate) fn program(example: &Example) -> Result<Command, String> {
    let path = BUILT.as_ref()?.join(&example.name);
    Ok(Command::new(path.with_extension(env::consts::EXE_EXTENSION)))
}

fn prints(example: &Example, language: Language) -> Result<Completion, Failed> {
    let expected = example.expected()?;
    let how = example.comparison()?;
    for _ in 0..how.runs {
        let mut command = match language.command(example) {
            Ok(command) => command,
            Err(Missing::Tool(tool)) => return tools::missing(tool),
            Err(Missing::Built(message)) => return Err(message.into()),
        };
        one_run(example, language, &mut command, &expected, &how)?;
    }
    Ok(Completion::Completed)
}

/// Runs it with every value of a control: it must end well.
fn takes(example: &Example, control: &Control) -> Result<(), Failed> {
    let how = example.comparison()?;
    for value in &control.values {
        let chosen = BTreeMap::from([(control.option.clone(), value.clone())]);
        let mut command = program(example)?;
        command.args(example.arguments(&chosen)?);
        let outcome = tools::run(&mut command, how.time())?;
        if !outcome.success() {
            let said = String::from_utf8_lossy(&outcome.stderr).into_owned();
            return Err(
                format!("with {} {value}, it {}\n{said}", control.option, outcome.end).into()
            );
        }
    }
    Ok(())
}

fn one_run(
    example: &Example,
    language: Language,
    command: &mut Command,
    expected: &str,
    how: &Expected,
) -> Result<(), Failed> {
    let place = example.shown(language.file());
    // Go compiles before it runs, and the first time its own library too.
    let compiling = Duration::from_secs(if matches!(language, Language::Go) { 120 } else { 0 });
    let outcome = tools::run(command.args(&how.arguments), how.time() + compiling)
        .map_err(|error| format!("{place}: cannot be started: {error}"))?;
    if !outcome.success() {
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        return Err(format!("{place}: it {}\n{stderr}", outcome.end).into());
    }
    let printed = String::from_utf8_lossy(&outcome.stdout);
    compare(expected, &printed, how.unordered).map_err(|difference| {
        let expected = example.shown("expected.txt");
        format!("{place}: it prints something else than {expected} says\n{difference}").into()
    })
}

fn recorded(example: &Example) -> Result<(), Failed> {
    let recorded = fs::read_to_string(example.path("recorded/output.txt"))?;
    compare(&example.expected()?, &recorded, example.comparison()?.unordered).map_err(
        |difference| {
            let name = &example.name;
            format!(
                "{}: it does not match expected.txt; type `cargo run -- record {name}`\n{difference}",
                example.shown("recorded/output.txt")
            )
            .into()
        },
    )
}
