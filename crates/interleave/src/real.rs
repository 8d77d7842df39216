//! Real runs, held to what the search has found.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::fault::Fault;
use crate::result::{Kind, Schedules, text};

/// A real run that takes longer than this stands still.
const PATIENCE: Duration = Duration::from_secs(10);

/// The lines that one run has said.
type Lines = Arc<Mutex<Vec<String>>>;

thread_local! {
    /// Where the lines of this thread's run go; to standard output, if nowhere.
    static LINES: RefCell<Option<Lines>> = const { RefCell::new(None) };
}

/// Says a line for real.
pub(crate) fn say(line: String) {
    let lines = lines();
    match &lines {
        Some(lines) => lines.lock().unwrap_or_else(PoisonError::into_inner).push(line),
        None => println!("{line}"),
    }
}

/// Where this thread's lines go, for the threads that it spawns.
pub(crate) fn lines() -> Option<Lines> {
    LINES.try_with(|lines| lines.borrow().clone()).unwrap_or(None)
}

pub(crate) fn set_lines(lines: Option<Lines>) {
    LINES.set(lines);
}

/// Runs the program `runs` times on real threads; how often each outcome came.
///
/// A run that stands still is the last one: its threads cannot be ended.
pub(crate) fn check<R: Debug>(
    found: &Schedules,
    runs: usize,
    program: Arc<impl Fn() -> R + Send + Sync + 'static>,
) -> Result<BTreeMap<String, usize>, Fault> {
    let mut counts = BTreeMap::new();
    let (send, receive) = mpsc::channel();
    let run = move || {
        for _ in 0..runs {
            let lines = Lines::default();
            set_lines(Some(Arc::clone(&lines)));
            let result = catch_unwind(AssertUnwindSafe(|| format!("{:?}", program())));
            let said = lines.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if send.send(result.ok().map(|result| text(said, &result))).is_err() {
                return;
            }
        }
    };
    let failed = |error: std::io::Error| Fault::Failed { message: error.to_string() };
    std::thread::Builder::new().name("main".to_owned()).spawn(run).map_err(failed)?;
    let has = |kind| found.outcomes().iter().any(|one| one.kind == kind);
    loop {
        let (outcome, is_known) = match receive.recv_timeout(PATIENCE) {
            Ok(Some(text)) => {
                let same = |one: &crate::Outcome| one.kind == Kind::Finished && one.text == text;
                let is_known = found.outcomes().iter().any(same);
                (text, is_known)
            }
            Ok(None) => ("a panic".to_owned(), has(Kind::Panic)),
            Err(RecvTimeoutError::Timeout) => {
                ("no end".to_owned(), has(Kind::Deadlock) || found.livelock().is_some())
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(counts),
        };
        if !is_known {
            return Err(Fault::NotFound { outcome });
        }
        let still = outcome == "no end";
        *counts.entry(outcome).or_insert(0) += 1;
        if still {
            return Ok(counts);
        }
    }
}
