//! A value that threads share, with one indivisible step a method.

use std::panic::Location;

use crate::object::{Object, State};
use crate::value::Value;

/// A shared value. Each method is one step, which nothing can come between.
///
/// ```
/// let onions = interleave::Shared::new("onions", 0);
/// let n = onions.load();
/// onions.store(n + 1);
/// assert_eq!(onions.load(), 1);
/// ```
#[derive(Debug)]
pub struct Shared<T>(Object<T>);

impl<T: State> Shared<T> {
    /// Shares `value`, by a name that results show.
    #[must_use]
    pub fn new(name: &str, value: T) -> Shared<T> {
        Shared(Object::new(name, value))
    }

    /// Reads it.
    #[must_use]
    #[track_caller]
    pub fn load(&self) -> Value<T> {
        Value::new(self.0.step("load", Location::caller(), |value| Some(value.clone())))
    }

    /// Writes it.
    #[track_caller]
    pub fn store(&self, new: impl Into<Value<T>>) {
        // Alive until the step is done: what it will write is part of the thread's state.
        let new = new.into();
        let stored = new.unseen().clone();
        self.0.step("store", Location::caller(), move |value| {
            stored.clone_into(value);
            Some(())
        });
    }

    /// Reads it, computes, and writes it, all in one step; what it was before. As one step, its
    /// closure may use no other shared object.
    #[track_caller]
    pub fn update(&self, new: impl Fn(T) -> T + 'static) -> Value<T> {
        Value::new(self.0.step("update", Location::caller(), move |value| {
            let old = value.clone();
            *value = new(old.clone());
            Some(old)
        }))
    }

    /// Writes it; what it was before.
    #[track_caller]
    pub fn swap(&self, new: impl Into<Value<T>>) -> Value<T> {
        let new = new.into();
        let stored = new.unseen().clone();
        Value::new(self.0.step("swap", Location::caller(), move |value| {
            Some(std::mem::replace(value, stored.clone()))
        }))
    }

    /// Writes `new` if it is `current`.
    ///
    /// # Errors
    ///
    /// What it is, where that is something else.
    #[track_caller]
    pub fn compare_exchange(
        &self,
        current: impl Into<Value<T>>,
        new: impl Into<Value<T>>,
    ) -> Result<Value<T>, Value<T>>
    where
        T: PartialEq,
    {
        let (current, new) = (current.into(), new.into());
        let (expected, stored) = (current.unseen().clone(), new.unseen().clone());
        let step = move |value: &mut T| {
            let old = value.clone();
            let same = old == expected;
            if same {
                stored.clone_into(value);
            }
            Some((same, old))
        };
        let (same, old) = self.0.step("compare_exchange", Location::caller(), step);
        // Whether it worked decides what comes next, so it has been looked into.
        crate::looked(&same);
        if same { Ok(Value::new(old)) } else { Err(Value::new(old)) }
    }
}
