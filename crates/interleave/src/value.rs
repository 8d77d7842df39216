//! What a thread has loaded, and may or may not have looked into.

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Add, Deref, Mul, Sub};

use crate::engine::session;
use crate::object::State;

/// A loaded value.
///
/// Computing with it and storing it says nothing yet about what the thread does next; only looking
/// into it does, by [`get`](Value::get), `*`, a comparison or printing. A search makes use of that:
/// two states of a thread that differ in values which it never looked into, and which are gone, are
/// one and the same. It belongs to the thread that loaded it and cannot be sent to another.
pub struct Value<T: State> {
    value: T,
    /// In a search: its run, and its number among the values of its thread.
    id: Option<(u64, u32)>,
    /// What one thread knows, another does not.
    _here: PhantomData<*const ()>,
}

impl<T: State> Value<T> {
    pub(crate) fn new(value: T) -> Value<T> {
        let bear = || (session::number(), session::bear(format!("{value:?}")));
        let id = session::is_open().then(bear);
        Value { value, id, _here: PhantomData }
    }

    /// Looks into it.
    #[must_use]
    pub fn get(&self) -> T {
        (**self).clone()
    }

    /// From here on, what the thread does may depend on it.
    pub(crate) fn look(&self) {
        if let Some((_, id)) = self.id
            && session::is_open()
        {
            session::look(id);
        }
    }

    /// What it holds, unseen: for storing it.
    pub(crate) fn unseen(&self) -> &T {
        &self.value
    }
}

impl<T: State> Deref for Value<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.look();
        &self.value
    }
}

impl<T: State> Drop for Value<T> {
    fn drop(&mut self) {
        if let Some((run, id)) = self.id
            && session::is_open()
        {
            session::bury(run, id);
        }
    }
}

impl<T: State> Clone for Value<T> {
    fn clone(&self) -> Value<T> {
        Value::new(self.value.clone())
    }
}

impl<T: State> From<T> for Value<T> {
    fn from(value: T) -> Value<T> {
        Value::new(value)
    }
}

impl<T: State> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: State + fmt::Display> fmt::Display for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T: State + PartialEq> PartialEq for Value<T> {
    fn eq(&self, other: &Value<T>) -> bool {
        **self == **other
    }
}

impl<T: State + PartialEq> PartialEq<T> for Value<T> {
    fn eq(&self, other: &T) -> bool {
        **self == *other
    }
}

impl<T: State + PartialOrd> PartialOrd for Value<T> {
    fn partial_cmp(&self, other: &Value<T>) -> Option<Ordering> {
        (**self).partial_cmp(other)
    }
}

impl<T: State + PartialOrd> PartialOrd<T> for Value<T> {
    fn partial_cmp(&self, other: &T) -> Option<Ordering> {
        (**self).partial_cmp(other)
    }
}

/// Arithmetic makes a new value and looks into none.
macro_rules! arithmetic {
    ($($operation:ident $method:ident),*) => {$(
        impl<T: State + $operation<Output = T>> $operation<T> for Value<T> {
            type Output = Value<T>;
            fn $method(self, other: T) -> Value<T> {
                Value::new(self.value.clone().$method(other))
            }
        }

        impl<T: State + $operation<Output = T>> $operation for Value<T> {
            type Output = Value<T>;
            fn $method(self, other: Value<T>) -> Value<T> {
                Value::new(self.value.clone().$method(other.value.clone()))
            }
        }

        impl<T: State + $operation<Output = T>> $operation<T> for &Value<T> {
            type Output = Value<T>;
            fn $method(self, other: T) -> Value<T> {
                Value::new(self.value.clone().$method(other))
            }
        }

        impl<T: State + $operation<Output = T>> $operation for &Value<T> {
            type Output = Value<T>;
            fn $method(self, other: &Value<T>) -> Value<T> {
                Value::new(self.value.clone().$method(other.value.clone()))
            }
        }
    )*};
}

arithmetic!(Add add, Sub sub, Mul mul);
