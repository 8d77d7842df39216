//! Waiting for somebody's word, under a lock.

use std::fmt;
use std::panic::Location;

use super::mutex::Guard;
use crate::object::{Object, State, current_thread};

/// A condition variable. Who is notified is free to be any of those who wait; nobody wakes without
/// having been notified, though std allows that too.
#[derive(Debug)]
pub struct Condvar(Object<Waiting>);

/// Who waits, and the notifications that nobody has taken yet.
#[derive(Clone, Default)]
struct Waiting {
    /// Who sleeps.
    asleep: Vec<String>,
    /// For each notification, who waited when it was given: one of these takes it.
    notified: Vec<Vec<String>>,
}

/// In words, since a reader sees it beside the steps; they tell all that there is to be told apart.
impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.asleep.is_empty() {
            return f.write_str("nobody waits");
        }
        let verb = if self.asleep.len() == 1 { "waits" } else { "wait" };
        write!(f, "{} {verb}", self.asleep.join(" and "))?;
        self.notified.iter().try_for_each(|who| write!(f, ", rung for {}", who.join(" or ")))
    }
}

impl Waiting {
    /// A notification for one of those who wait and have none coming; nobody else ever hears of it.
    fn notify(&mut self) {
        if self.asleep.len() > self.notified.len() {
            self.notified.push(self.asleep.clone());
        }
    }

    /// Takes a notification, if there is one for `me`.
    fn wake(&mut self, me: &str) -> Option<()> {
        let meant = |who: &Vec<String>| who.iter().any(|one| one == me);
        let taken = self.notified.iter().position(meant)?;
        self.notified.remove(taken);
        self.asleep.retain(|one| one != me);
        self.notified.iter_mut().for_each(|who| who.retain(|one| one != me));
        Some(())
    }
}

impl Condvar {
    /// A condition variable, by a name that results show.
    #[must_use]
    pub fn new(name: &str) -> Condvar {
        Condvar(Object::new(name, Waiting::default()))
    }

    /// Gives the lock back and waits, in one step; then, once notified, takes the lock again.
    #[track_caller]
    pub fn wait<'a, T: State>(&self, mut guard: Guard<'a, T>) -> Guard<'a, T> {
        let (at, mutex) = (Location::caller(), guard.mutex);
        guard.given_back = true;
        let (value, me, sleeper) = (guard.held(), current_thread(), current_thread());
        self.0.step_with(&mutex.0, "wait", at, move |waiting, locked| {
            value.clone_into(&mut locked.value);
            locked.by = None;
            waiting.asleep.push(sleeper.clone());
        });
        drop(guard);
        self.0.step("wake", at, move |waiting| waiting.wake(&me));
        mutex.lock_at("lock", at)
    }

    /// Waits as long as `condition` holds.
    #[track_caller]
    pub fn wait_while<'a, T: State>(
        &self,
        mut guard: Guard<'a, T>,
        condition: impl Fn(&T) -> bool,
    ) -> Guard<'a, T> {
        while condition(&guard) {
            guard = self.wait(guard);
        }
        guard
    }

    /// Wakes one of those who wait, if there are any.
    #[track_caller]
    pub fn notify_one(&self) {
        self.0.step("notify_one", Location::caller(), |waiting| {
            waiting.notify();
            Some(())
        });
    }

    /// Wakes all who wait.
    #[track_caller]
    pub fn notify_all(&self) {
        self.0.step("notify_all", Location::caller(), |waiting| {
            for _ in 0..waiting.asleep.len() {
                waiting.notify();
            }
            Some(())
        });
    }
}
