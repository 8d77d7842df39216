//! Counts the words of many files, by one thread and by all cores. The files are new, so they are
//! read from memory, not from a disk.
//!
//! Run it: `cargo run -p many-files`

use many_files::{in_parallel, one_by_one, recorded, write};

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let files = write(folder.path(), 400)?;
    println!("one by one   {} words", one_by_one(&files)?);
    println!("in parallel  {} words", in_parallel(&files)?);

    let run = timeline::start("in parallel");
    recorded(&files)?;
    run.finish();
    Ok(())
}
