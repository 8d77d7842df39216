//! What a thread has loaded, and may or may not have looked into.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Deref, Mul, Sub};

use crate::engine::session::{self, Born};
use crate::object::State;

/// A loaded value.
///
/// Computing with it and storing it says nothing yet about what the thread does next; only looking
/// into it does, by [`get`](Value::get), `*`, a comparison or printing. A search makes use of that:
/// two states of a thread that differ in values which it never looked into, and which are gone, are
/// one and the same.
pub struct Value<T: State> {
    value: T,
    /// Which one it is, in a search.
    born: Option<Born>,
}

impl<T: State> Value<T> {
    pub(crate) fn new(value: T) -> Value<T> {
        let born = session::is_open().then(|| session::bear(format!("{value:?}")));
        Value { value, born }
    }

    /// Looks into it.
    #[must_use]
    pub fn get(&self) -> T {
        (**self).clone()
    }

    /// From here on, what the thread does may depend on it.
    pub(crate) fn look(&self) {
        if let Some(born) = self.born
            && session::is_open()
        {
            session::look(born);
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
        if let Some(born) = self.born
            && session::is_open()
        {
            session::bury(born);
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
