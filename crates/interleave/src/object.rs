//! The one primitive, and the one place where searching and running for real part.
//!
//! A shared object has one kind of operation: the *guarded step*, a closure that is given the
//! object's value and either does all its work at once or, with `None`, says that it has to wait.
//! For real, that is a lock and a loop around a condition variable. In a search, the thread
//! announces its step and the search decides when it is taken; the closure is the same.

use std::any::{Any, TypeId};
use std::fmt::Debug;
use std::panic::Location;
use std::rc::Rc;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::engine::learned::{Attempt, Datum, Slot, Step};
use crate::engine::session;

/// What can be shared: it is copied from state to state, and told apart by its `Debug` text.
pub trait State: Clone + Debug + Send + 'static {}
impl<T: Clone + Debug + Send + 'static> State for T {}

/// A shared object with a name.
#[derive(Debug)]
pub(crate) struct Object<T> {
    name: String,
    place: Place<T>,
}

#[derive(Debug)]
enum Place<T> {
    Real(Mutex<T>, Condvar),
    Searched { slot: Slot, run: u64 },
}

impl<T: State> Object<T> {
    pub(crate) fn new(name: &str, value: T) -> Object<T> {
        let place = if session::is_open() {
            let slot = session::object(name, TypeId::of::<T>(), Rc::new(value));
            Place::Searched { slot, run: session::number() }
        } else {
            Place::Real(Mutex::new(value), Condvar::new())
        };
        Object { name: name.to_owned(), place }
    }

    /// Takes a step, as soon as `attempt` does not refuse it.
    pub(crate) fn step<R: State>(
        &self,
        what: &'static str,
        at: &'static Location<'static>,
        attempt: impl Fn(&mut T) -> Option<R> + 'static,
    ) -> R {
        match &self.place {
            Place::Real(value, changed) if !session::is_open() => {
                let mut value = lock(value);
                loop {
                    if let Some(result) = attempt(&mut value) {
                        changed.notify_all();
                        return result;
                    }
                    value = changed.wait(value).unwrap_or_else(PoisonError::into_inner);
                }
            }
            _ => {
                let attempt: Attempt = Rc::new(move |values: &[Rc<dyn Datum>]| {
                    let mut value: T = typed(&values[0]);
                    let result = attempt(&mut value)?;
                    let (value, result): (Rc<dyn Datum>, Rc<dyn Datum>) =
                        (Rc::new(value), Rc::new(result));
                    Some((vec![value], result))
                });
                take(Step { objects: vec![self.slot()], what, at: Some(at), attempt })
            }
        }
    }

    /// Takes a step on two objects at once, which never has to wait.
    pub(crate) fn step_with<U: State>(
        &self,
        other: &Object<U>,
        what: &'static str,
        at: &'static Location<'static>,
        act: impl Fn(&mut T, &mut U) + 'static,
    ) {
        match (&self.place, &other.place) {
            (Place::Real(this, changed), Place::Real(that, also)) if !session::is_open() => {
                act(&mut lock(this), &mut lock(that));
                changed.notify_all();
                also.notify_all();
            }
            _ => {
                let attempt: Attempt = Rc::new(move |values: &[Rc<dyn Datum>]| {
                    let (mut this, mut that): (T, U) = (typed(&values[0]), typed(&values[1]));
                    act(&mut this, &mut that);
                    let (this, that): (Rc<dyn Datum>, Rc<dyn Datum>) =
                        (Rc::new(this), Rc::new(that));
                    let done: Rc<dyn Datum> = Rc::new(());
                    Some((vec![this, that], done))
                });
                let objects = vec![self.slot(), other.slot()];
                take(Step { objects, what, at: Some(at), attempt })
            }
        }
    }

    /// This object in the search that is under way.
    fn slot(&self) -> Slot {
        match self.place {
            Place::Searched { slot, run } if session::is_open() && session::number() == run => slot,
            Place::Real(..) => panic!(
                "`{}` was made outside of the search: make it within the closure that is explored",
                self.name
            ),
            Place::Searched { .. } => panic!(
                "`{}` is used outside of the run that made it, or by a thread that the search \
                 cannot see: spawn threads with interleave::thread",
                self.name
            ),
        }
    }

    /// Whether a destructor still has to take its step: not where everything is being unwound.
    pub(crate) fn is_gone(&self) -> bool {
        match self.place {
            Place::Real(..) => false,
            Place::Searched { .. } => !session::is_open() || session::is_over(),
        }
    }
}

fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take<R: State>(step: Step) -> R {
    typed(&session::step(step))
}

/// A slot's values, and a step's results, are all of one type.
fn typed<T: State>(datum: &Rc<dyn Datum>) -> T {
    let datum: &dyn Any = &**datum;
    datum.downcast_ref::<T>().cloned().expect("a slot holds values of one type")
}

/// The current thread, as values tell it: its name in a search, and for real a number besides.
pub(crate) fn current_thread() -> String {
    if session::is_open() {
        return session::name();
    }
    let thread = std::thread::current();
    format!("{} {:?}", thread.name().unwrap_or("?"), thread.id())
}
