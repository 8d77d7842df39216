//! What can be wrong with SUMMARY.md and the files it names, checked before mdBook sees them:
//! mdBook reports the first such fault only, and says neither the line nor what to do.

use crate::faults::shown;
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// All faults of the table of contents in `source`, chapters that cannot be read included.
pub(crate) fn check(root: &Path, source: &Path) -> Vec<String> {
    let file = source.join("SUMMARY.md");
    let place = shown(root, &file);
    let text = match read(root, &file) {
        Ok(text) => text,
        Err(Unreadable::Missing) => {
            return vec![format!("{place}:1: does not exist — create it, with a line a chapter")];
        }
        Err(Unreadable::Because(fault)) => return vec![fault],
    };

    let mut faults = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (event, range) in Parser::new(&text).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        let line = line_of(text.as_bytes(), range.start);
        // mdBook decodes spaces and nothing else.
        let chapter = dest_url.replace("%20", " ");
        if chapter.is_empty() {
            continue; // A draft: named, not yet written.
        }
        if let Some(first) = seen.insert(chapter.clone(), line) {
            faults.push(format!(
                "{place}:{line}: names {chapter} again, after line {first} — keep one of the two"
            ));
            continue;
        }
        if Path::new(&chapter).is_absolute() {
            faults.push(format!(
                "{place}:{line}: {chapter} is outside the book — write a path from SUMMARY.md"
            ));
            continue;
        }
        let path = source.join(&chapter);
        match read(root, &path) {
            Ok(_) => {}
            Err(Unreadable::Missing) => faults.push(format!(
                "{place}:{line}: names {chapter}, which does not exist — create {}, or mend the line",
                shown(root, &path)
            )),
            Err(Unreadable::Because(fault)) => faults.push(fault),
        }
    }
    if seen.is_empty() {
        faults.push(format!("{place}:1: names no chapter — add a line: - [Title](chapter.md)"));
    }
    faults
}

/// Why a file gave no text.
enum Unreadable {
    /// There is no such file: whoever named it is at fault.
    Missing,
    /// The file itself is at fault, and this says how.
    Because(String),
}

fn read(root: &Path, file: &Path) -> Result<String, Unreadable> {
    let place = shown(root, file);
    let bytes = fs::read(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Unreadable::Missing,
        _ => Unreadable::Because(format!("{place}:1: cannot be read: {error}")),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), at);
        let byte = error.as_bytes()[at];
        Unreadable::Because(format!(
            "{place}:{line}: is not UTF-8 (byte 0x{byte:02x}) — save the file as UTF-8"
        ))
    })
}

/// The line, counted from one, that holds the byte at `offset`.
fn line_of(text: &[u8], offset: usize) -> usize {
    text[..offset].iter().filter(|&&byte| byte == b'\n').count() + 1
}
