//! A lock that owns what it protects.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

use crate::object::{Object, State, current_thread};
use crate::value::Value;

/// A lock around a value. Taking it and giving it back are one step each.
#[derive(Debug)]
pub struct Mutex<T: State>(pub(super) Object<Locked<T>>);

/// What is locked, and by whom.
#[derive(Clone)]
pub(super) struct Locked<T> {
    pub(super) value: T,
    pub(super) by: Option<String>,
}

impl<T: fmt::Debug> fmt::Debug for Locked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.value)?;
        self.by.iter().try_for_each(|by| write!(f, ", held by {by}"))
    }
}

impl<T: State> Mutex<T> {
    /// A lock around `value`, by a name that results show.
    #[must_use]
    pub fn new(name: &str, value: T) -> Mutex<T> {
        Mutex(Object::new(name, Locked { value, by: None }))
    }

    /// Takes the lock, as soon as nobody holds it.
    #[track_caller]
    pub fn lock(&self) -> Guard<'_, T> {
        self.lock_at("lock", Location::caller())
    }

    pub(super) fn lock_at(
        &self,
        what: &'static str,
        at: &'static Location<'static>,
    ) -> Guard<'_, T> {
        let me = current_thread();
        let value = self.0.step(what, at, move |locked| {
            if locked.by.is_some() {
                return None;
            }
            locked.by = Some(me.clone());
            Some(locked.value.clone())
        });
        Guard::new(self, value, at)
    }

    /// Takes the lock if nobody holds it.
    #[track_caller]
    pub fn try_lock(&self) -> Option<Guard<'_, T>> {
        let (me, at) = (current_thread(), Location::caller());
        let value = self.0.step("try_lock", at, move |locked| {
            if locked.by.is_some() {
                return Some(None);
            }
            locked.by = Some(me.clone());
            Some(Some(locked.value.clone()))
        });
        crate::looked(&value.is_some());
        value.map(|value| Guard::new(self, value, at))
    }
}

/// Holds the lock of a [`Mutex`] and gives it back when dropped.
///
/// It holds the protected value itself, since nobody else can look into it meanwhile.
pub struct Guard<'a, T: State> {
    pub(super) mutex: &'a Mutex<T>,
    value: T,
    /// The same value as this thread's state counts it, until it has been looked into.
    unseen: Value<T>,
    at: &'static Location<'static>,
    pub(super) given_back: bool,
}

impl<'a, T: State> Guard<'a, T> {
    fn new(mutex: &'a Mutex<T>, value: T, at: &'static Location<'static>) -> Guard<'a, T> {
        let unseen = Value::new(value.clone());
        Guard { mutex, value, unseen, at, given_back: false }
    }

    /// Gives the lock back, here.
    #[track_caller]
    pub fn unlock(mut self) {
        self.give_back(Location::caller());
    }

    fn give_back(&mut self, at: &'static Location<'static>) {
        self.given_back = true;
        let value = self.value.clone();
        self.mutex.0.step("unlock", at, move |locked| {
            value.clone_into(&mut locked.value);
            locked.by = None;
            Some(())
        });
    }

    /// What the lock protects, as it is now, for who gives it back in a step of another kind.
    pub(super) fn held(&self) -> T {
        self.value.clone()
    }
}

impl<T: State> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.unseen.look();
        &self.value
    }
}

impl<T: State> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.unseen.look();
        &mut self.value
    }
}

impl<T: State> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        if !self.given_back && !self.mutex.0.is_gone() {
            self.give_back(self.at);
        }
    }
}

impl<T: State> fmt::Debug for Guard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
