//! What the workers are called: as their threads are, as far as these have names of their own.

use std::collections::{HashMap, HashSet};

/// Threads that runtimes name all alike: each is a worker.
const RUNTIMES: [&str; 3] = ["tokio-runtime-worker", "tokio-rt-worker", "rayon-worker"];

/// One name for each thread, given in the order in which they first had something in hand. Threads
/// without a name are `thread 1`, `thread 2`; threads that share one are told apart by numbers.
pub(super) fn of<'a>(threads: impl Iterator<Item = Option<&'a str>>) -> Vec<String> {
    let threads: Vec<&str> = threads.map(called).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &threads {
        *counts.entry(name).or_default() += 1;
    }
    let alone = |name: &str| counts.get(name) == Some(&1) && !matches!(name, "thread" | "worker");
    // A thread may really be called `thread 1`: then the first without a name is the second.
    let mut taken: HashSet<String> =
        threads.iter().filter(|name| alone(name)).map(|&name| name.to_owned()).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::with_capacity(threads.len());
    for name in threads {
        if alone(name) {
            names.push(name.to_owned());
            continue;
        }
        let number = seen.entry(name).or_default();
        names.push(loop {
            *number += 1;
            let numbered = format!("{name} {number}");
            if taken.insert(numbered.clone()) {
                break numbered;
            }
        });
    }
    names
}

/// The name before it is numbered.
fn called(thread: Option<&str>) -> &str {
    match thread {
        None | Some("") => "thread",
        Some(name) if RUNTIMES.contains(&name) => "worker",
        Some(name) => name,
    }
}
