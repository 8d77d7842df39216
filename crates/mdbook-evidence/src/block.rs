//! The code blocks of a chapter: what stands in them, and what their first line promises.
//!
//! | first line | meaning |
//! |---|---|
//! | `rust` | compiled and run; it must end well |
//! | `rust,compile_fail,E0382` | must not compile, for that reason |
//! | `rust,should_panic` | must panic; the panic's message stands in the block below |
//! | `rust,no_run,reason="…"` | compiled only |
//! | `rust,ignore,reason="…"` | neither; counted as ignored, with the reason |
//! | `output` | what the block above prints, exactly; `...` stands for lines, `[..]` within one |
//! | `output,unordered` | the same lines in any order |
//! | `error` | what the compiler, or the panic, says of the block above |
//! | `text`, `toml`, `sh`, `console` | shown as it is |
//!
//! `rust` also takes `runs=N` (every run must print what is below) and `seconds=N`.

mod program;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::{Faults, Source};
pub use program::{main_at, program};

/// Languages that are shown and not run. There is nothing in them that could be wrong unnoticed.
const SHOWN: [&str; 4] = ["text", "toml", "sh", "console"];

/// A fenced code block.
#[derive(Clone, Debug)]
pub struct Block {
    /// The line of its fence, counted from 1.
    pub line: usize,
    /// Its first line, read.
    pub info: Info,
    /// Its text, as it stands in the chapter (includes not expanded).
    pub text: String,
    pub(crate) info_range: Range<usize>,
    /// Where it begins and ends in the chapter, fences included.
    range: Range<usize>,
}

/// What the first line of a block says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// `rust`, `output`, …; empty where nothing is said.
    pub language: String,
    /// The words after it: `compile_fail`, `E0382`, `unordered`.
    pub words: Vec<String>,
    /// Why the block is not run.
    pub reason: Option<String>,
    /// How often it is run.
    pub runs: usize,
    /// Seconds that a run may take.
    pub seconds: u64,
    /// The compiler whose words these are.
    pub rustc: Option<String>,
    /// What was not understood.
    unknown: Vec<String>,
}

impl Info {
    fn parse(text: &str) -> Info {
        let mut info = Info { runs: 1, seconds: 10, ..Info::default() };
        // A reason may hold commas, so it is taken out first.
        let (text, reason) = match text.split_once("reason=\"") {
            Some((before, rest)) => match rest.split_once('"') {
                Some((reason, after)) => (format!("{before}{after}"), Some(reason.to_owned())),
                None => (before.to_owned(), None),
            },
            None => (text.to_owned(), None),
        };
        info.reason = reason.filter(|reason| !reason.trim().is_empty());
        let mut words = text.split([',', ' ']).filter(|word| !word.is_empty());
        info.language = words.next().unwrap_or_default().to_owned();
        for word in words {
            match word.split_once('=') {
                None => info.words.push(word.to_owned()),
                Some(("runs", n)) if n.parse::<usize>().is_ok_and(|n| n > 0) => {
                    info.runs = n.parse().unwrap_or(1);
                }
                Some(("seconds", n)) if n.parse::<u64>().is_ok_and(|n| n > 0) => {
                    info.seconds = n.parse().unwrap_or(10);
                }
                Some(("rustc", version)) => info.rustc = Some(version.to_owned()),
                Some(_) => info.unknown.push(word.to_owned()),
            }
        }
        info
    }

    /// Whether the first line has this word.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|found| found == word)
    }

    /// The compiler's error codes that a block which must not compile promises.
    #[must_use]
    pub fn error_codes(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).filter(|word| is_error_code(word)).collect()
    }

    /// The first line as the renderer should see it.
    pub(crate) fn shown(&self) -> String {
        let mut words = vec![self.language.as_str()];
        words.extend(self.words.iter().map(String::as_str).filter(|word| *word == "compile_fail"));
        words.join(",")
    }

    /// Which of its words have no meaning for its language.
    fn misplaced(&self) -> Vec<&str> {
        let known: &[&str] = match self.language.as_str() {
            "rust" => &["compile_fail", "should_panic", "no_run", "ignore"],
            "output" => &["unordered"],
            _ => &[],
        };
        let is_known =
            |word: &str| known.contains(&word) || (self.has("compile_fail") && is_error_code(word));
        let words = self.words.iter().map(String::as_str).filter(|word| !is_known(word));
        words.chain(self.unknown.iter().map(String::as_str)).collect()
    }
}

fn is_error_code(word: &str) -> bool {
    word.len() == 5 && word.starts_with('E') && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// Every fenced block of a chapter, in order.
#[must_use]
pub fn read(source: &Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (event, range) in Parser::new(source.text).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let start = range.start;
                let fence = source.text[start..].bytes().take_while(|b| matches!(b, b'`' | b'~'));
                let after = start + fence.count();
                let end = source.text[after..].find('\n').map_or(range.end, |at| after + at);
                open = Some(Block {
                    line: source.line(start),
                    info: Info::parse(&info),
                    text: String::new(),
                    info_range: after..end,
                    range,
                });
            }
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    block.text.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The block that belongs to the one at `index`: the next one, where only white space is between.
#[must_use]
pub fn below<'a>(source: &Source<'_>, blocks: &'a [Block], index: usize) -> Option<&'a Block> {
    let next = blocks.get(index + 1)?;
    let between = &source.text[blocks[index].range.end..next.range.start];
    let belongs = matches!(next.info.language.as_str(), "output" | "error");
    (belongs && between.trim().is_empty()).then_some(next)
}

/// Says which blocks promise what nobody checks.
pub(crate) fn check(source: &Source<'_>, blocks: &[Block], faults: &mut Faults) {
    for (index, block) in blocks.iter().enumerate() {
        let info = &block.info;
        let mut fault = |message: String| faults.push(source.fault(block.range.start, message));
        for word in info.misplaced() {
            fault(format!("`{word}` means nothing on a block in `{}`", info.language));
        }
        match info.language.as_str() {
            "rust" => check_rust(block, below(source, blocks, index), &mut fault),
            "output" | "error" => {
                let owner = index.checked_sub(1).and_then(|i| Some((i, blocks.get(i)?)));
                let owned = owner.is_some_and(|(i, above)| {
                    above.info.language == "rust" && below(source, blocks, i).is_some()
                });
                if !owned {
                    fault(format!(
                        "a block in `{}` must follow the Rust block that it belongs to",
                        info.language
                    ));
                }
            }
            "" => fault("say the block's language: rust, output, text, …".into()),
            language if SHOWN.contains(&language) => {}
            language => fault(format!(
                "nobody tests a block in `{language}`; put the program into an example \
                 (`src/main.py`, `src/main.go`) and show it with `{{{{#output NAME}}}}`, or use \
                 one of {}",
                SHOWN.join(", ")
            )),
        }
    }
}

fn check_rust(block: &Block, below: Option<&Block>, fault: &mut impl FnMut(String)) {
    let info = &block.info;
    let below = below.map(|below| below.info.language.as_str());
    for word in ["ignore", "no_run"] {
        if info.has(word) && info.reason.is_none() {
            fault(format!("`{word}` needs its reason: `{word},reason=\"…\"`"));
        }
    }
    let fails = info.has("compile_fail");
    if fails && info.error_codes().is_empty() {
        fault("say for which reason it must not compile: `compile_fail,E0382`".into());
    }
    if info.has("should_panic") && below != Some("error") {
        fault("any panic would do; show its message in an `error` block below".into());
    }
    if below == Some("error") && !fails && !info.has("should_panic") {
        fault("an `error` block below, but neither `compile_fail` nor `should_panic`".into());
    }
    let runs = !["compile_fail", "no_run", "ignore"].iter().any(|word| info.has(word));
    if below == Some("output") && !runs {
        fault("an `output` block below a block that is not run".into());
    }
}
