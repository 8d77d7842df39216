//! A lock for many readers or one writer.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

use crate::object::{Object, State};
use crate::value::Value;

/// A lock that many may hold to read, or one to write.
#[derive(Debug)]
pub struct RwLock<T: State>(Object<Shelf<T>>);

#[derive(Clone)]
struct Shelf<T> {
    value: T,
    readers: usize,
    written: bool,
}

impl<T: fmt::Debug> fmt::Debug for Shelf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.value)?;
        match (self.written, self.readers) {
            (true, _) => write!(f, ", being written"),
            (false, 0) => Ok(()),
            (false, readers) => write!(f, ", being read by {readers}"),
        }
    }
}

impl<T: State> RwLock<T> {
    /// A lock around `value`, by a name that results show.
    #[must_use]
    pub fn new(name: &str, value: T) -> RwLock<T> {
        RwLock(Object::new(name, Shelf { value, readers: 0, written: false }))
    }

    /// Takes the lock to read, as soon as nobody writes.
    #[track_caller]
    pub fn read(&self) -> ReadGuard<'_, T> {
        let at = Location::caller();
        let value = self.0.step("read", at, |shelf| {
            (!shelf.written).then(|| {
                shelf.readers += 1;
                shelf.value.clone()
            })
        });
        ReadGuard { lock: self, value: Value::new(value), at }
    }

    /// Takes the lock to write, as soon as nobody reads or writes.
    #[track_caller]
    pub fn write(&self) -> WriteGuard<'_, T> {
        let at = Location::caller();
        let value = self.0.step("write", at, |shelf| {
            (!shelf.written && shelf.readers == 0).then(|| {
                shelf.written = true;
                shelf.value.clone()
            })
        });
        let unseen = Value::new(value.clone());
        WriteGuard { lock: self, value, unseen, at }
    }
}

/// Holds a [`RwLock`] to read.
#[derive(Debug)]
pub struct ReadGuard<'a, T: State> {
    lock: &'a RwLock<T>,
    value: Value<T>,
    at: &'static Location<'static>,
}

impl<T: State> Deref for ReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: State> Drop for ReadGuard<'_, T> {
    fn drop(&mut self) {
        if !self.lock.0.is_gone() {
            self.lock.0.step("unlock", self.at, |shelf| {
                shelf.readers -= 1;
                Some(())
            });
        }
    }
}

/// Holds a [`RwLock`] to write.
#[derive(Debug)]
pub struct WriteGuard<'a, T: State> {
    lock: &'a RwLock<T>,
    value: T,
    unseen: Value<T>,
    at: &'static Location<'static>,
}

impl<T: State> Deref for WriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.unseen.look();
        &self.value
    }
}

impl<T: State> DerefMut for WriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.unseen.look();
        &mut self.value
    }
}

impl<T: State> Drop for WriteGuard<'_, T> {
    fn drop(&mut self) {
        if !self.lock.0.is_gone() {
            let value = self.value.clone();
            self.lock.0.step("unlock", self.at, move |shelf| {
                value.clone_into(&mut shelf.value);
                shelf.written = false;
                Some(())
            });
        }
    }
}
