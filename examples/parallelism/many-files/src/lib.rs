//! Counting the words of many small files, one file after the other and by all cores.

use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tracing::info_span;

// ANCHOR: ways
/// The words of one file.
fn words(path: &PathBuf) -> io::Result<usize> {
    Ok(fs::read_to_string(path)?.split_whitespace().count())
}

/// One file after the other.
pub fn one_by_one(files: &[PathBuf]) -> io::Result<usize> {
    files.iter().map(words).sum()
}

/// The same files, by as many threads as rayon has.
pub fn in_parallel(files: &[PathBuf]) -> io::Result<usize> {
    files.par_iter().map(words).sum()
}
// ANCHOR_END: ways

/// The same again, file by file, with a span for each stretch of files that a thread takes.
pub fn recorded(files: &[PathBuf]) -> io::Result<usize> {
    files.par_chunks(20).map(|part| info_span!("files").in_scope(|| one_by_one(part))).sum()
}

/// Writes so many files into a folder. Since they have just been written, they are still in
/// memory when they are read: no disk is waited for.
pub fn write(folder: &Path, count: u32) -> io::Result<Vec<PathBuf>> {
    let text: String = (0..3_000).map(|word| format!("word{word} ")).collect();
    let one = |number| {
        let path = folder.join(format!("{number}.txt"));
        fs::write(&path, &text).map(|()| path)
    };
    (0..count).map(one).collect()
}
