//! The same tasks on this executor and on Tokio's, each with a log of every turn.

use crate::Executor;
use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::Instant;

/// A task: its name, and the steps between its turns.
pub type Dish = (String, Vec<Step>);

/// What a dish waits for.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// So many milliseconds in the oven.
    Bake(u64),
    /// Nothing, but the others may have a turn first.
    Yield,
}

/// One turn of a task.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// When, in milliseconds since the start.
    pub at: u64,
    /// Whose.
    pub task: String,
    /// Whether it finished in this turn. Otherwise it waits.
    pub finished: bool,
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let now = if self.finished { "is finished" } else { "waits" };
        write!(f, "{:4} ms  {:6} {now}", self.at, self.task)
    }
}

type Log = Arc<Mutex<Vec<Turn>>>;

/// The log of the dishes on the executor of this book.
pub fn on_ours(dishes: &[Dish]) -> Vec<Turn> {
    let (log, mut executor) = (Log::default(), Executor::default());
    for (task, steps) in dishes.iter().cloned() {
        let (clock, watch) = (executor.clock.clone(), executor.clock.clone());
        let dish = cook(steps, move |ms| clock.sleep(ms));
        executor.spawn(logged(task, Arc::clone(&log), move || watch.now(), dish));
    }
    executor.run();
    taken(&log)
}

/// The log of the dishes on Tokio, with one thread and the clock for tests.
pub fn on_tokio(dishes: &[Dish]) -> Vec<Turn> {
    let log = Log::default();
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("one thread needs nothing").block_on(async {
        let (start, mut tasks) = (Instant::now(), Vec::new());
        for (task, steps) in dishes.iter().cloned() {
            let dish = cook(steps, |ms| tokio::time::sleep(Duration::from_millis(ms)));
            let now = move || start.elapsed().as_millis() as u64;
            tasks.push(tokio::spawn(logged(task, Arc::clone(&log), now, dish)));
        }
        for task in tasks {
            task.await.expect("no dish panics");
        }
    });
    taken(&log)
}

/// The task itself, the same on both but for who counts the time.
async fn cook<F: Future<Output = ()>>(steps: Vec<Step>, sleep: impl Fn(u64) -> F) {
    for step in steps {
        match step {
            Step::Bake(ms) => sleep(ms).await,
            Step::Yield => yield_now().await,
        }
    }
}

async fn yield_now() {
    let mut yielded = false;
    poll_fn(|context| {
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// A future that writes down each of its turns.
async fn logged(task: String, log: Log, now: impl Fn() -> u64, future: impl Future<Output = ()>) {
    let mut future = pin!(future);
    poll_fn(|context| {
        let poll = future.as_mut().poll(context);
        let turn = Turn { at: now(), task: task.clone(), finished: poll.is_ready() };
        log.lock().expect("no dish panics").push(turn);
        poll
    })
    .await;
}

fn taken(log: &Log) -> Vec<Turn> {
    std::mem::take(&mut log.lock().expect("no dish panics"))
}
