//! Every Rust block of every chapter, compiled and run through skeptic as the reader sees it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use libtest_mimic::{Completion, Failed, Trial};
use mdbook_driver::builtin_preprocessors::LinkPreprocessor;
use mdbook_driver::config::Config;
use mdbook_evidence::block::{self, Block, main_at, program};
use mdbook_evidence::{Evidence, Faults, Source};
use mdbook_preprocessor::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::compare::compare;
use crate::root::{chapters, root, scratch, text};
use crate::rustc::{FAILS, ID};

/// A Rust block of a chapter, ready to be tested.
struct Tested {
    chapter: PathBuf,
    block: Block,
    below: Option<Block>,
    /// Its text with includes expanded, hidden lines shown, and a `main`.
    code: String,
    /// Names its files; the same for the same code, so that what was compiled can be used again.
    id: String,
}

/// How often, and how long apart, a program that is busy is tried again.
const TRIES: usize = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// One test a chapter that its directives and fences are sound, and one a Rust block.
pub(crate) fn trials() -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    let mut seen = BTreeMap::new();
    for chapter in chapters() {
        let text = text(&chapter)?;
        let source = Source { path: &chapter, text: &text };
        let faults = Evidence::new(root()).expand(&source).map(|_| ());
        trials.push(Trial::test(format!("{} is sound", shown(&chapter)), move || sound(faults)));
        for tested in read(&source, &mut seen)? {
            let name = format!("{}:{} compiles and runs", shown(&chapter), tested.block.line);
            trials.push(Trial::ignorable_test(name, move || tested.judge()));
        }
    }
    Ok(trials)
}

fn sound(faults: Result<(), Faults>) -> Result<(), Failed> {
    Ok(faults?)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn read(source: &Source<'_>, seen: &mut BTreeMap<u64, usize>) -> Result<Vec<Tested>> {
    let blocks = block::read(source);
    let mut tested = Vec::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, b)| b.info.language == "rust") {
        let below = block::below(source, &blocks, index).cloned();
        let code = program(&include(source.path, &block.text)?);
        let mut hasher = DefaultHasher::new();
        (&code, block.info.runs, block.info.seconds).hash(&mut hasher);
        let hash = hasher.finish();
        // The same code may stand twice in the book; each has files of its own.
        let count = seen.entry(hash).or_insert(0);
        *count += 1;
        let id = format!("{hash:016x}-{count}");
        let (chapter, block) = (source.path.to_path_buf(), block.clone());
        tested.push(Tested { chapter, block, below, code, id });
    }
    Ok(tested)
}

/// The text with mdBook's includes expanded, by mdBook's own preprocessor.
fn include(chapter: &Path, text: &str) -> Result<String> {
    if !text.contains("{{#") {
        return Ok(text.to_owned());
    }
    let config = Config::from_disk(root().join("book.toml"))?;
    let path = chapter.strip_prefix(&config.book.src)?;
    let context = PreprocessorContext::new(root().to_path_buf(), config.clone(), "html".into());
    let book = Book::new_with_items(vec![BookItem::Chapter(Chapter::new(
        "block",
        text.to_owned(),
        path,
        Vec::new(),
    ))]);
    let book = LinkPreprocessor::new().run(&context, book)?;
    let text = book.iter().find_map(|item| match item {
        BookItem::Chapter(chapter) => Some(chapter.content.clone()),
        _ => None,
    });
    text.context("mdBook lost a block")
}

impl Tested {
    /// What skeptic compiles: the block, its `main` renamed, and one that supervises it.
    fn supervised(&self) -> String {
        let mut text = format!("{ID}{}\n", self.id);
        for line in self.code.lines() {
            match main_at(line) {
                Some(at) => text += &format!("{}block_{}\n", &line[..at], &line[at..]),
                None => text += &format!("{line}\n"),
            }
        }
        let (runs, seconds) = (self.block.info.runs, self.block.info.seconds);
        text += &format!(
            "fn main() -> ::std::process::ExitCode {{\n\
             ::blocks::supervise({:?}, {runs}, {seconds}, || \
             ::std::process::Termination::report(block_main()))\n}}\n",
            self.id
        );
        text
    }

    fn judge(&self) -> Result<Completion, Failed> {
        let info = &self.block.info;
        let judged = if info.has("ignore") {
            let reason = info.reason.as_deref().unwrap_or("no reason given");
            return Ok(Completion::ignored_with(reason));
        } else if info.has("compile_fail") {
            self.must_not_compile()
        } else if info.has("no_run") {
            let text = format!("{ID}{}\n{}", self.id, self.code);
            self.compile(|| skeptic::rt::compile_test(&package(), &out(), &triple(), &text))
        } else {
            let text = self.supervised();
            self.compile(|| skeptic::rt::run_test(&package(), &out(), &triple(), &text))
                .and_then(|()| self.ran())
        };
        judged.map(|()| Completion::Completed).map_err(|message| {
            format!("{}:{}: {message}", shown(&self.chapter), self.block.line).into()
        })
    }

    /// Has skeptic compile, and run, the block; an error is what the compiler said.
    fn compile(&self, skeptic: impl Fn()) -> Result<(), String> {
        let said = self.file("rustc");
        // A cached program is not compiled again, so there may be nothing to read.
        let _ = fs::remove_file(&said);
        let tried = || panic::catch_unwind(AssertUnwindSafe(&skeptic));
        let mut settled = tried();
        // Linux refuses to run a file that another thread's child still has open for writing, as a
        // child has from its birth until it becomes a program. That passes, so it is tried again.
        for _ in 0..TRIES {
            match &settled {
                Err(panicked) if panic_text(&**panicked).contains("Text file busy") => {
                    thread::sleep(PAUSE);
                    settled = tried();
                }
                _ => break,
            }
        }
        settled.map_err(|panicked| match fs::read_to_string(&said) {
            Ok(said) if said.starts_with("failed") => {
                format!("the block does not compile\n{}", self.placed(&said))
            }
            _ => panic_text(&*panicked),
        })
    }

    /// Holds a block that must not compile to its error codes, and to the words printed below it
    /// where the compiler is the one that said them.
    fn must_not_compile(&self) -> Result<(), String> {
        let text = format!("{FAILS}{}\n{}", self.id, self.code);
        self.compile(|| skeptic::rt::compile_test(&package(), &out(), &triple(), &text))?;
        let said = fs::read_to_string(self.file("rustc"))
            .map_err(|error| format!("the compiler left no word: {error}"))?;
        if said.starts_with("compiled") {
            return Err("the block compiles, and is said not to".into());
        }
        let found: Vec<_> =
            said.lines().filter_map(|line| line.strip_prefix("error[")?.get(..5)).collect();
        for code in self.block.info.error_codes() {
            if !found.contains(&code) {
                let said = self.placed(&said);
                return Err(format!("the block fails to compile, but not with {code}\n{said}"));
            }
        }
        let Some(below) = &self.below else { return Ok(()) };
        if below.info.rustc.as_deref() != Some(env!("TEXTBOOK_RUSTC_VERSION")) {
            return Ok(());
        }
        compare(&below.text, &words(&said, self.lines_before()), false).map_err(|difference| {
            format!("the compiler says something else than the block below\n{difference}")
        })
    }

    /// Judges what the runs printed.
    fn ran(&self) -> Result<(), String> {
        for run in 0..self.block.info.runs {
            let file = |kind: &str| {
                fs::read_to_string(self.file(&format!("{run}.{kind}"))).unwrap_or_default()
            };
            let (end, stdout, stderr) = (file("end"), file("stdout"), file("stderr"));
            let (code, words) = end.split_once('\n').unwrap_or(("none", "it left nothing behind"));
            let panics = self.block.info.has("should_panic");
            if code != if panics { "101" } else { "0" } {
                let wanted = if panics { "it should have panicked, but " } else { "" };
                return Err(format!("{wanted}{words}\n{stderr}"));
            }
            let Some(below) = &self.below else { continue };
            let printed = if panics { panic_message(&stderr) } else { stdout };
            compare(&below.text, &printed, below.info.has("unordered")).map_err(|difference| {
                let line = below.line;
                format!("the block prints something else than line {line} says\n{difference}")
            })?;
        }
        Ok(())
    }

    fn file(&self, kind: &str) -> PathBuf {
        let folder = scratch("blocks").unwrap_or_default();
        let separator = if kind.starts_with(|c: char| c.is_ascii_digit()) { '-' } else { '.' };
        folder.join(format!("{}{separator}{kind}", self.id))
    }

    /// The lines that the compiler sees before the block's own: one for the id, one for a `main`
    /// that the block does not have.
    fn lines_before(&self) -> usize {
        let included = self.block.text.contains("{{#");
        let has_main = self.block.text.lines().any(|line| main_at(line).is_some());
        1 + usize::from(!has_main && !included)
    }

    /// The compiler's words with places in the chapter.
    fn placed(&self, said: &str) -> String {
        let (_, said) = said.split_once('\n').unwrap_or(("", said));
        let included = self.block.text.contains("{{#");
        let mut placed = String::new();
        for line in said.lines() {
            if let Some((before, place)) = line.split_once("--> ")
                && let Some((_, place)) = place.split_once(".rs:")
                && let Some((number, column)) = place.split_once(':')
                && let Ok(number) = number.parse::<usize>()
            {
                let number = number.saturating_sub(self.lines_before());
                let chapter = shown(&self.chapter);
                let fence = self.block.line;
                placed += &if included {
                    format!("{before}--> {chapter}:{fence}, line {number} of what it includes\n")
                } else {
                    format!("{before}--> {chapter}:{}:{column}\n", fence + number)
                };
            } else {
                placed += &format!("{line}\n");
            }
        }
        placed
    }
}

/// The compiler's words as a block shows them: lines counted from the block's first, no paths of a
/// machine.
fn words(said: &str, before: usize) -> String {
    let (_, said) = said.split_once('\n').unwrap_or(("", said));
    let mut words = String::new();
    for line in said.lines() {
        if line.starts_with("error: aborting") || line.starts_with("For more information") {
            continue;
        }
        let Some((arrow, place)) = line.split_once("--> ") else {
            words += &format!("{}\n", counted(line, before));
            continue;
        };
        let place = match place.split_once("/library/") {
            Some((_, library)) => library.to_owned(),
            // The block's own place varies with a hidden line; its column says enough.
            None => "the block".to_owned(),
        };
        words += &format!("{arrow}--> {place}\n");
    }
    words
}

/// A line of code as the compiler quotes it, `6 |     code`, with its number less by `before`.
fn counted(line: &str, before: usize) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line[..digits].parse::<usize>() {
        Ok(number) if line[digits..].trim_start().starts_with(['|', '+', '-', '~']) => {
            format!("{:digits$}{}", number.saturating_sub(before), &line[digits..])
        }
        _ => line.to_owned(),
    }
}

/// What a panic said, without the thread and the place.
fn panic_message(stderr: &str) -> String {
    let lines = stderr.lines().filter(|line| {
        !line.trim().is_empty()
            && !line.starts_with("thread '")
            && !line.starts_with("note: run with")
    });
    lines.map(|line| format!("{line}\n")).collect()
}

fn panic_text(panicked: &(dyn std::any::Any + Send)) -> String {
    let text = panicked.downcast_ref::<String>().cloned();
    text.or_else(|| panicked.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "skeptic failed without a word".to_owned())
}

/// The package whose dependencies a block may use.
fn package() -> String {
    root().join("tests/blocks").to_string_lossy().into_owned()
}

/// A build folder in this profile: skeptic finds the libraries from there.
fn out() -> String {
    let profile = env::current_exe()
        .ok()
        .and_then(|exe| Some(exe.parent()?.parent()?.join("build/blocks/out")))
        .unwrap_or_default();
    profile.to_string_lossy().into_owned()
}

fn triple() -> String {
    env!("TEXTBOOK_TARGET").to_owned()
}
