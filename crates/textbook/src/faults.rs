//! Faults of the book: one type for all of them, and a trap for those that mdBook merely logs.
//!
//! A missing include, an unclosed tag, an unreadable theme file: mdBook writes a line to its log
//! and builds on. In this book such a page must not exist, so its warnings are faults.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Everything that is wrong with the book, one line a fault: `book/part/chapter.md:3: what`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<String>);

impl Faults {
    /// Success where there are none.
    pub(crate) fn none_or(faults: Vec<String>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self(faults)) }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Faults {}

/// Does the work, and returns with its result what mdBook logged as warnings and errors.
pub(crate) fn capture<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    let trap = Trap::default();
    let logged = Arc::clone(&trap.logged);
    // For this thread and this long only: two builds at a time keep their faults apart.
    let result = tracing::subscriber::with_default(trap, work);
    let logged = std::mem::take(&mut *logged.lock().unwrap_or_else(PoisonError::into_inner));
    (result, logged)
}

/// Keeps the messages and nothing else. `tracing` alone can do this; a `Layer` would bring a
/// crate and its dependencies that a reader would wait for.
#[derive(Default)]
struct Trap {
    /// Shared with [`capture`], which takes the messages when the work is done.
    logged: Arc<Mutex<Vec<String>>>,
}

impl Subscriber for Trap {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN && metadata.target().starts_with("mdbook")
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(LevelFilter::WARN)
    }

    fn event(&self, event: &Event<'_>) {
        let mut message = Message(String::new());
        event.record(&mut message);
        self.logged.lock().unwrap_or_else(PoisonError::into_inner).push(message.0);
    }

    // Spans carry no message. They need a number that is not zero, and that is all.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The text of an event, on one line.
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            let text = format!("{value:?}");
            self.0 = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
}

/// Turns log messages into faults, with chapter and line wherever the message lets them be found.
pub(crate) fn place(root: &Path, source: &Path, logged: Vec<String>) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for message in join_causes(logged) {
        let message = message.replace(&format!("{}/", root.display()), "");
        let placed = place_include(root, source, &message)
            .or_else(|| place_chapter(root, source, &message))
            .unwrap_or_else(|| vec![format!("mdBook: {message}")]);
        // The same broken include in two places is logged twice, and each time found twice.
        for fault in placed {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// mdBook logs each cause of an error as a message of its own.
fn join_causes(logged: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for message in logged {
        match (message.strip_prefix("Caused By: "), joined.last_mut()) {
            (Some(cause), Some(last)) => *last = format!("{last}: {cause}"),
            _ => joined.push(message),
        }
    }
    joined
}

/// A broken include is logged with its text but without its chapter: look for it in all of them.
fn place_include(root: &Path, source: &Path, message: &str) -> Option<Vec<String>> {
    let (link, reason) = message.strip_prefix("Error updating \"")?.split_once("\", ")?;
    let mut faults = Vec::new();
    for chapter in chapters(source) {
        let Ok(text) = fs::read_to_string(&chapter) else { continue };
        for (index, line) in text.lines().enumerate().filter(|(_, line)| line.contains(link)) {
            // An escaped include is shown to the reader and not expanded.
            if !line.contains(&format!("\\{link}")) {
                let place = shown(root, &chapter);
                faults.push(format!(
                    "{place}:{}: {reason} — mend the path, or create the file",
                    index + 1
                ));
            }
        }
    }
    (!faults.is_empty()).then_some(faults)
}

/// Other messages name the chapter, in backticks.
fn place_chapter(root: &Path, source: &Path, message: &str) -> Option<Vec<String>> {
    let chapter = message.split('`').find(|part| part.ends_with(".md"))?;
    Some(vec![format!("{}: {message}", shown(root, &source.join(chapter)))])
}

/// All Markdown files below a folder, in a fixed order.
fn chapters(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { chapters(&path) } else { vec![path] };
    let files = paths.into_iter().flat_map(below);
    files.filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

/// A path as a writer types it: from the book's root, with `/`.
pub(crate) fn shown(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_warnings_and_errors_of_mdbook_are_trapped() {
        let (result, logged) = capture(|| {
            tracing::error!(target: "mdbook_driver::x", "broken\n  page");
            tracing::warn!(target: "mdbook_html", "odd {}", 7);
            tracing::info!(target: "mdbook_driver", "fine");
            tracing::error!(target: "hyper", "not ours");
            "done"
        });
        assert_eq!(result, "done");
        assert_eq!(logged, ["broken page", "odd 7"]);
    }

    #[test]
    fn a_cause_joins_its_error_and_a_named_chapter_comes_first() {
        let logged = ["odd tag in `a/b.md`", "no theme", "Caused By: no file"];
        let faults = place(Path::new("/r"), Path::new("/r/book"), logged.map(String::from).into());
        assert_eq!(faults, ["book/a/b.md: odd tag in `a/b.md`", "mdBook: no theme: no file"]);
    }
}
