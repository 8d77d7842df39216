//! The text of source lines, where the source is at hand.

use std::collections::BTreeMap;
use std::env;
use std::fs;

use crate::fault::Line;

/// The lines with their text, trimmed; empty where the file cannot be found.
///
/// The compiler names a file from the workspace's root, and a test runs in its package's folder, so
/// the folders above are looked through as well.
pub(super) fn texts(lines: impl Iterator<Item = Line>) -> BTreeMap<Line, String> {
    let here = env::current_dir().unwrap_or_default();
    let mut files = BTreeMap::<String, String>::new();
    let mut texts = BTreeMap::new();
    for line in lines {
        let file = files.entry(line.file.clone()).or_insert_with(|| {
            let read = |folder: &std::path::Path| fs::read_to_string(folder.join(&line.file)).ok();
            here.ancestors().find_map(read).unwrap_or_default()
        });
        let text = file.lines().nth(line.number as usize - 1).unwrap_or_default();
        texts.insert(line, text.trim().to_owned());
    }
    texts
}
