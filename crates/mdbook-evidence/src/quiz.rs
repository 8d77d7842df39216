//! `{{#quiz FILE}}`: the questions in a file beside the chapter.
//!
//! The file is TOML in the format of mdbook-quiz where that applies, so that questions can move
//! between books: `[[questions]]` with `id`, `type`, `prompt.prompt`, `prompt.distractors`,
//! `answer.answer`, `answer.alternatives` and `context`. Ours in addition:
//!
//! | field | meaning |
//! |---|---|
//! | a distractor `{ text, why, see }` | why it is wrong, and the place in the book that settles it |
//! | `type = "Outcomes"` | which of `candidates` can come out of the example `schedules`: the key is its search |
//! | `type = "Tracing"` | what the example `output` prints: the key is its `expected.txt` |
//! | `program = "NAME:ANCHOR"` | lines of an example, shown below the prompt of any question |
//!
//! A key that can be computed is computed, so nobody can write a wrong one.

mod file;
mod key;
mod kinds;
mod page;
mod question;

use std::path::{Path, PathBuf};

use crate::example::Examples;
use crate::links::Link;
use crate::{Faults, Source, chapters, directive, markdown};
pub(crate) use question::Question;

/// A file of questions that a chapter asks.
pub(crate) struct Asked {
    /// The chapter, seen from the book's root.
    pub(crate) chapter: PathBuf,
    /// The file, seen from the book's root.
    pub(crate) file: PathBuf,
}

/// The questions of the file `name` beside the chapter.
pub(crate) fn html(
    root: &Path,
    source: &Source<'_>,
    at: usize,
    examples: &Examples,
    name: &str,
) -> Result<String, Faults> {
    let file = source.path.with_file_name(name);
    let text = source.beside(root, at, &file, "write the chapter's questions there")?;
    let quiz = Source { path: &file, text: &text };
    let (questions, mut faults) = file::read(&quiz);
    taken(root, &quiz, &questions, &mut faults);
    let keyed = key::all(examples, &quiz, questions, &mut faults);
    faults.or_else_ok()?;
    Ok(page::html(&keyed, source.text))
}

/// Reports the ids that an earlier file of the book has, too.
fn taken(root: &Path, quiz: &Source<'_>, questions: &[Question], faults: &mut Faults) {
    let mut files: Vec<_> = asked(root).into_iter().map(|asked| asked.file).collect();
    files.sort();
    files.dedup();
    for file in files.iter().take_while(|file| **file != *quiz.path) {
        let Ok(text) = std::fs::read_to_string(root.join(file)) else { continue };
        let (others, _) = file::read(&Source { path: file, text: &text });
        for other in &others {
            for question in questions.iter().filter(|question| question.id == other.id) {
                let shown = file.to_string_lossy().replace('\\', "/");
                let message = format!(
                    "the id `{}` is taken by {shown}:{}",
                    other.id,
                    quiz_line(&text, other)
                );
                faults.push(quiz.fault(question.at, message));
            }
        }
    }
}

fn quiz_line(text: &str, question: &Question) -> usize {
    Source { path: Path::new(""), text }.line(question.at)
}

/// Every file of questions that a chapter asks.
pub(crate) fn asked(root: &Path) -> Vec<Asked> {
    let mut found = Vec::new();
    for chapter in chapters(root) {
        let text = std::fs::read_to_string(root.join(&chapter)).unwrap_or_default();
        found.extend(asked_in(&Source { path: &chapter, text: &text }));
    }
    found
}

/// The files of questions that one chapter asks.
fn asked_in(source: &Source<'_>) -> Vec<Asked> {
    directive::read(source)
        .into_iter()
        .filter(|directive| directive.name == "quiz" && !directive.in_code)
        .map(|directive| Asked {
            chapter: source.path.to_path_buf(),
            file: source.path.with_file_name(directive.argument),
        })
        .collect()
}

/// The questions of a file, as far as they can be read: its faults are reported by its chapter.
pub(crate) fn questions(root: &Path, file: &Path) -> Vec<Question> {
    let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
    file::read(&Source { path: file, text: &text }).0
}

/// A question by the first paragraph of its prompt, as HTML without links.
pub(crate) fn title(question: &Question) -> String {
    markdown::title(&question.prompt)
}

/// Where the questions of a chapter lead, for the check of links.
pub(crate) fn links(root: &Path, source: &Source<'_>) -> Vec<Link> {
    let mut found = Vec::new();
    for Asked { file, .. } in asked_in(source) {
        let text = std::fs::read_to_string(root.join(&file)).unwrap_or_default();
        let quiz = Source { path: &file, text: &text };
        for question in file::read(&quiz).0 {
            for (target, at) in question.links() {
                found.push(Link { file: file.clone(), line: quiz.line(at), target });
            }
        }
    }
    found
}
