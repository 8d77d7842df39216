//! An executor: tasks, a queue of those that are ready, and timers on a clock that jumps.

pub mod log;

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

// ANCHOR: executor
/// The numbers of the tasks that are ready, in the order of their turns.
#[derive(Default)]
struct Ready(Mutex<VecDeque<usize>>);

impl Ready {
    fn push(&self, task: usize) {
        self.0.lock().expect("nobody panics with the queue in hand").push_back(task);
    }

    fn pop(&self) -> Option<usize> {
        self.0.lock().expect("nobody panics with the queue in hand").pop_front()
    }
}

/// What a future leaves with whatever it waits for. To wake it puts its task into the queue.
struct Bell {
    task: usize,
    ready: Arc<Ready>,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.ready.push(self.task);
    }
}

/// Has tasks, and gives turns to those that are ready.
#[derive(Default)]
pub struct Executor {
    /// A task that has finished leaves an empty place.
    tasks: Vec<Option<Pin<Box<dyn Future<Output = ()>>>>>,
    ready: Arc<Ready>,
    /// Its clock, for the futures to sleep by.
    pub clock: Clock,
}

impl Executor {
    /// Takes a task on. It gets its first turn when those before it have had theirs.
    pub fn spawn(&mut self, future: impl Future<Output = ()> + 'static) {
        self.ready.push(self.tasks.len());
        self.tasks.push(Some(Box::pin(future)));
    }

    /// Gives turns until nobody is ready, then moves the clock to whoever wakes next.
    pub fn run(&mut self) {
        loop {
            while let Some(task) = self.ready.pop() {
                self.poll(task);
            }
            if !self.clock.jump() {
                return; // Nobody is ready and nobody sleeps: all have finished, or never will.
            }
        }
    }

    /// A turn: from where the task was to its next `await` that has to wait, or to its end.
    fn poll(&mut self, task: usize) {
        let waker = Waker::from(Arc::new(Bell { task, ready: Arc::clone(&self.ready) }));
        let Some(future) = &mut self.tasks[task] else { return };
        if future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
            self.tasks[task] = None;
        }
    }
}
// ANCHOR_END: executor

// ANCHOR: clock
/// Virtual time, in milliseconds, and who is to be woken when.
#[derive(Clone, Default)]
pub struct Clock(Rc<RefCell<Timers>>);

#[derive(Default)]
struct Timers {
    now: u64,
    sleepers: BTreeMap<u64, Vec<Waker>>,
}

impl Clock {
    /// What the time is.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.0.borrow().now
    }

    /// A future that is ready after so many milliseconds.
    #[must_use]
    pub fn sleep(&self, ms: u64) -> Sleep {
        Sleep { until: self.now() + ms, clock: self.clone() }
    }

    /// Moves the time to the next sleepers, and wakes them. Are there any?
    fn jump(&self) -> bool {
        let Some((when, wakers)) = self.0.borrow_mut().sleepers.pop_first() else { return false };
        self.0.borrow_mut().now = when;
        wakers.into_iter().for_each(Waker::wake);
        true
    }
}

/// Waits for a time.
pub struct Sleep {
    until: u64,
    clock: Clock,
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut timers = self.clock.0.borrow_mut();
        if timers.now >= self.until {
            return Poll::Ready(());
        }
        timers.sleepers.entry(self.until).or_default().push(context.waker().clone());
        Poll::Pending
    }
}
// ANCHOR_END: clock
