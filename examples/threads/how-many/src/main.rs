//! How many workers std, rayon and Tokio would take: as it is, on one core, and when told.
//!
//! Run it: `cargo run -p how-many`

use std::process::Command;
use std::thread::available_parallelism;
use std::{env, io};
use tokio::runtime;

const ON_ONE_CORE: &str = "held on one core";

// ANCHOR: choose
/// What this process, with this affinity and this environment, would take.
fn choose(row: &str) -> io::Result<()> {
    let mut cores = core_affinity::get_core_ids().unwrap_or_default();
    if row == ON_ONE_CORE && !cores.pop().is_some_and(core_affinity::set_for_current) {
        println!("{row:18} this system does not let a thread choose its core");
        return Ok(());
    }
    let std = available_parallelism()?;
    let rayon = rayon::current_num_threads();
    let tokio = runtime::Builder::new_multi_thread().build()?.metrics().num_workers();
    println!("{row:18} {std:13} {rayon:9} {tokio:9}");
    Ok(())
}
// ANCHOR_END: choose

fn main() -> io::Result<()> {
    if let Some(row) = env::args().nth(1) {
        return choose(&row);
    }
    println!("                   available_parallelism   rayon   Tokio");
    let ask = |row| Command::new(env::current_exe()?).arg(row).status();
    ask("as it is")?;
    ask(ON_ONE_CORE)?;
    let mut told = Command::new(env::current_exe()?);
    told.env("RAYON_NUM_THREADS", "3").env("TOKIO_WORKER_THREADS", "3");
    told.arg("told to take 3").status()?;
    Ok(())
}
