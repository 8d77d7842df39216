//! A sum by one process, by two that are sent the numbers, and by two that share them.
//!
//! Run it: `cargo run -p copy-or-share`

use copy_or_share::{Workers, serve};
use std::{env, io};

fn main() -> io::Result<()> {
    if let Some(file) = env::args().nth(1) {
        return serve(file.as_ref()); // This process is one of the two.
    }
    let mut workers = Workers::start(&env::current_exe()?, 1 << 22)?;
    println!("one process                {}", workers.here());
    println!("two, which are sent them   {}", workers.copied()?);
    println!("two, which share them      {}", workers.shared()?);
    Ok(())
}
