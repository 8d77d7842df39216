//! The passport of this machine: what it has, what a program may use of it, and what that is worth.
//!
//! Run it: `cargo run -p passport`

use claims::{Claim, Machine, Passport};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, io};

/// The middle one of many tries.
fn median(tries: usize, mut once: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..tries).map(|_| once()).collect();
    times.sort();
    times[tries / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

#[tokio::main(flavor = "current_thread")]
async fn task() -> Duration {
    let begun = Instant::now();
    for _ in 0..1_000 {
        tokio::spawn(async {}).await.unwrap(); // It does not panic.
    }
    begun.elapsed() / 1_000
}

fn main() -> io::Result<()> {
    if env::args().nth(1).is_some_and(|what| what == "nothing") {
        return Ok(()); // A process that was started only to see what that costs.
    }
    let passport = Passport::here(String::new());
    println!("{}, {}, {}", passport.machine, passport.system, passport.date);

    let machine = Machine::here(passport.cpus);
    println!("{machine}");
    let me = env::current_exe()?;
    let process = || timed(|| drop(Command::new(&me).arg("nothing").status()));
    println!("creating and joining a task    {:.2?}", task());
    println!("creating and joining a process {:.2?}", median(50, process));

    println!();
    let [e, ..] = machine.effective;
    let claims = claims_of_the_book();
    let needs = |claim: &Claim| claim.bench().and_then(|bench| bench.needs_e).unwrap_or(0.0);
    let not_here: Vec<_> = claims.iter().filter(|(_, claim)| needs(claim) > e).collect();
    let here = claims.len() - not_here.len();
    println!("{here} of the book's {} claims can be judged here", claims.len());
    for (name, claim) in not_here {
        println!("{name}/{} needs more effective cores", claim.id);
    }
    Ok(())
}

/// Every claim of every example, with the example's name.
fn claims_of_the_book() -> Vec<(String, Claim)> {
    let mut found = Vec::new();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    for part in examples.into_iter().flat_map(folders) {
        for example in folders(&part) {
            let name = example.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let claims = claims::file::read(&example.join("claims.toml")).unwrap_or_default();
            found.extend(claims.into_iter().map(|claim| (name.clone(), claim)));
        }
    }
    found
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    folders
}
