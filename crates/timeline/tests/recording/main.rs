//! Recordings of real programs. A recording has its process to itself: one subscriber, one run at a
//! time, and workers that are the process's threads. So this program has two faces. Started with a
//! scenario's name in `TIMELINE_SCENARIO` it is that program, from `main` on; without, it is the
//! tests, each of which starts it as one and looks at what it recorded.

mod checks;
#[path = "../testsuite/events.rs"]
mod events;
mod program;
mod refusals;
mod scenarios;

use std::env;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    if let Ok(name) = env::var(program::SCENARIO) {
        scenarios::run(&name);
        return ExitCode::SUCCESS;
    }
    let tests = checks::ALL.iter().chain(refusals::ALL);
    let trials = tests.map(|&(name, test)| Trial::test(name, move || Ok(test()?)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}
