//! Faults of the book: one type for all of them, and a trap for those that mdBook merely logs.
//!
//! An unclosed tag, an icon it does not know, a file that an included file includes and that is
//! missing: mdBook writes a line to its log and builds on. In this book such a page must not exist, so its warnings are faults.

use std::fmt;
use std::path::Path;
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

/// Turns log messages into faults, with the chapter in front wherever the message names it.
pub(crate) fn place(root: &Path, source: &Path, logged: Vec<String>) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for message in join_causes(logged) {
        let message = message.replace(&format!("{}/", root.display()), "");
        let chapter = message.split('`').find(|part| part.ends_with(".md"));
        let fault = match chapter {
            Some(chapter) => format!("{}: {message}", shown(root, &source.join(chapter))),
            None => format!("mdBook: {message}"),
        };
        // What stands in an included file is logged once for every chapter that includes it.
        if !faults.contains(&fault) {
            faults.push(fault);
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
    fn causes_join_repeats_go_and_a_named_chapter_comes_first() {
        let logged = ["odd in `a/b.md`", "no theme", "Caused By: no file", "odd in `a/b.md`"];
        let faults = place(Path::new("/r"), Path::new("/r/book"), logged.map(String::from).into());
        assert_eq!(faults, ["book/a/b.md: odd in `a/b.md`", "mdBook: no theme: no file"]);
    }
}
