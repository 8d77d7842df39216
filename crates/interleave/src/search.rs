//! The way in: what is searched, and how far.

use std::cell::RefCell;
use std::env;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use crate::engine::driver::{Driver, Place};
use crate::engine::hook;
use crate::engine::session::{self, Session};
use crate::engine::world::message;
use crate::fault::Fault;
use crate::real;
use crate::result::{Schedules, collect};
use crate::thread::caught;

/// Whether no search of this process has found anything yet.
static FIRST: AtomicBool = AtomicBool::new(true);
/// After its time a search is given this long to come to the next step and stop.
const GRACE: Duration = Duration::from_millis(500);
/// A thread of a searched program has this much stack.
const STACK: usize = 512 * 1024;

/// A search through all schedules of a program.
#[derive(Clone, Debug)]
#[must_use = "nothing is searched before `explore`"]
pub struct Search {
    name: String,
    states: usize,
    time: Duration,
}

impl Search {
    /// A search through at most a million states, for at most ten seconds.
    pub fn new(name: &str) -> Search {
        Search { name: name.to_owned(), states: 1_000_000, time: Duration::from_secs(10) }
    }

    /// Stops at more than this many states.
    pub fn states(self, states: usize) -> Search {
        Search { states, ..self }
    }

    /// Stops after this many seconds.
    pub fn seconds(self, seconds: u64) -> Search {
        self.time(Duration::from_secs(seconds))
    }

    /// Stops after this time.
    pub fn time(self, time: Duration) -> Search {
        Search { time, ..self }
    }

    /// Searches. The program is run again and again on a thread of its own, each time with all its
    /// shared objects made anew; nothing that it says is printed.
    ///
    /// The first result of a process publishes itself, see [`Schedules::publish`]. With `SCHEDULES_REAL=RUNS` in the
    /// environment, the program is also run so often on real threads, and each run must end in an
    /// outcome that was found.
    ///
    /// # Errors
    ///
    /// Where the program is none that can be searched. Deadlocks and panics are outcomes, not
    /// errors; a search that stopped short has a result that [says so](Schedules::stopped).
    pub fn explore<R: Debug>(
        self,
        program: impl Fn() -> R + Send + Sync + 'static,
    ) -> Result<Schedules, Fault> {
        let place = Place::default();
        let (send, receive) = mpsc::channel();
        let (time, seen) = (self.time, Arc::clone(&place));
        let program = Arc::new(program);
        let again = Arc::clone(&program);
        let program = move || program();
        let run = move || {
            let found = catch_unwind(AssertUnwindSafe(|| self.run(program, seen)));
            let failed = |payload: Box<dyn std::any::Any + Send>| {
                Err(Fault::Failed { message: message(&*payload) })
            };
            // Nobody waits any more where the search was given up.
            let _ = send.send(found.unwrap_or_else(failed));
        };
        let failed = |message: String| Fault::Failed { message };
        Builder::new()
            .name("search".to_owned())
            .spawn(run)
            .map_err(|error| failed(error.to_string()))?;
        match receive.recv_timeout(time + GRACE) {
            Ok(found) => {
                let found = found?;
                // A program that searches several times is recorded, and held to, by its first.
                if !FIRST.swap(false, Ordering::Relaxed) {
                    return Ok(found);
                }
                found.publish();
                let runs = env::var("SCHEDULES_REAL").ok().and_then(|runs| runs.parse().ok());
                if let Some(runs) = runs {
                    let counts = real::check(&found, runs, again)?;
                    eprintln!("{}: {runs} real runs ended in {counts:?}", found.program());
                }
                Ok(found)
            }
            Err(RecvTimeoutError::Disconnected) => Err(failed("it came to no end".to_owned())),
            // A thread cannot be ended from outside; it is left behind.
            Err(RecvTimeoutError::Timeout) => {
                let place = place.lock().unwrap_or_else(PoisonError::into_inner).clone();
                let (thread, after) = place.unwrap_or(("main".to_owned(), None));
                Err(Fault::Stuck { thread, after })
            }
        }
    }

    fn run<R: Debug>(
        self,
        program: impl Fn() -> R + Send + Sync + 'static,
        place: Place,
    ) -> Result<Schedules, Fault> {
        hook::install();
        let left = Rc::new(RefCell::new(None));
        let until = Instant::now() + self.time;
        let driver = Driver::new(self.states, until, place, Rc::clone(&left));
        let mut config = shuttle::Config::new();
        config.stack_size = STACK;
        config.max_steps = shuttle::MaxSteps::None;
        config.failure_persistence = shuttle::FailurePersistence::None;
        session::open(Session::default());
        let ran = catch_unwind(AssertUnwindSafe(|| {
            shuttle::Runner::new(driver, config).run(move || {
                caught(|| session::returned(format!("{:?}", program())));
            });
        }));
        let session = session::close();
        if let Err(payload) = ran {
            return Err(Fault::Failed { message: message(&*payload) });
        }
        let driven = left.take();
        let (Some(session), Some(driven)) = (session, driven) else {
            return Err(Fault::Failed { message: "it left nothing behind".to_owned() });
        };
        match driven.fault {
            Some(fault) => Err(fault),
            None => Ok(collect::collect(&self.name, session.learned, driven.product)),
        }
    }
}
