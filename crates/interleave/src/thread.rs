//! Threads that a search can see, and that are std's own otherwise.
//!
//! Spawning and joining are no steps: no other thread can see when they happen.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::engine::learned::Slot;
use crate::engine::session::{self, Abandoned};
use crate::engine::world::message;
use crate::real;

/// Waits for a thread, and gives what it returned.
pub struct JoinHandle<T>(
    Handle<std::thread::JoinHandle<T>, shuttle::thread::JoinHandle<Option<T>>>,
);

/// Waits for a thread of a scope, and gives what it returned.
pub struct ScopedJoinHandle<'scope, T>(
    Handle<
        std::thread::ScopedJoinHandle<'scope, T>,
        shuttle::thread::ScopedJoinHandle<'scope, Option<T>>,
    >,
);

enum Handle<Real, Searched> {
    Real(Real),
    Searched(Slot, Searched),
}

/// Spawns a thread by a name that results show.
///
/// # Panics
///
/// Where the system has no thread left.
pub fn spawn<T, F>(name: &str, f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    if !session::is_open() {
        let builder = std::thread::Builder::new().name(name.to_owned());
        let spawned = builder.spawn(with_lines(f));
        return JoinHandle(Handle::Real(spawned.expect("the system has a thread left")));
    }
    let slot = session::spawn(name);
    let tells = size_of::<T>() > 0;
    JoinHandle(Handle::Searched(slot, shuttle::thread::spawn(move || body(f, tells))))
}

impl<T> JoinHandle<T> {
    /// Waits for the thread to finish.
    ///
    /// # Errors
    ///
    /// What it panicked with; in a search, a panic ends the whole run.
    pub fn join(self) -> std::thread::Result<T> {
        match self.0 {
            Handle::Real(thread) => thread.join(),
            Handle::Searched(slot, thread) => {
                session::join(vec![slot]);
                thread.join().and_then(told)
            }
        }
    }
}

/// Where threads are spawned that may borrow from the one that opened it; see [`scope`].
pub struct Scope<'scope, 'env>(Place<'scope, 'env>);

enum Place<'scope, 'env> {
    Real(&'scope std::thread::Scope<'scope, 'env>),
    Searched(&'scope shuttle::thread::Scope<'scope, 'env>, usize),
}

impl Clone for Scope<'_, '_> {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Scope<'_, '_> {}

impl Clone for Place<'_, '_> {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Place<'_, '_> {}

/// Runs `f`, then waits for all threads that were spawned in its scope.
///
/// ```
/// use interleave::{Shared, thread};
///
/// let onions = Shared::new("onions", 0);
/// thread::scope(|s| {
///     s.spawn("anna", || onions.update(|n| n + 1));
///     s.spawn("ben", || onions.update(|n| n + 1));
/// });
/// assert_eq!(onions.load(), 2);
/// ```
pub fn scope<'env, T, F>(f: F) -> T
where
    F: for<'scope> FnOnce(Scope<'scope, 'env>) -> T,
{
    if !session::is_open() {
        return std::thread::scope(|scope| f(Scope(Place::Real(scope))));
    }
    let number = session::new_scope();
    shuttle::thread::scope(|scope| {
        let run = || {
            let result = f(Scope(Place::Searched(scope, number)));
            session::end_scope(number);
            result
        };
        catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|payload| {
            // The threads of the scope borrow from this one, so they have to be unwound first.
            if !payload.is::<Abandoned>() {
                session::panicked(message(&*payload));
                session::last();
            }
            resume_unwind(payload)
        })
    })
}

impl<'scope> Scope<'scope, '_> {
    /// Spawns a thread by a name that results show.
    ///
    /// # Panics
    ///
    /// Where the system has no thread left.
    pub fn spawn<T, F>(&self, name: &str, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        ScopedJoinHandle(match self.0 {
            Place::Real(scope) => {
                let builder = std::thread::Builder::new().name(name.to_owned());
                let spawned = builder.spawn_scoped(scope, with_lines(f));
                Handle::Real(spawned.expect("the system has a thread left"))
            }
            Place::Searched(scope, number) => {
                let slot = session::spawn(name);
                session::enter_scope(number, slot);
                // What it has seen may stand in what it borrowed.
                Handle::Searched(slot, scope.spawn(move || body(f, true)))
            }
        })
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits for the thread to finish.
    ///
    /// # Errors
    ///
    /// What it panicked with; in a search, a panic ends the whole run.
    pub fn join(self) -> std::thread::Result<T> {
        match self.0 {
            Handle::Real(thread) => thread.join(),
            Handle::Searched(slot, thread) => {
                session::join(vec![slot]);
                thread.join().and_then(told)
            }
        }
    }
}

/// What a real thread says goes where its parent's lines go.
fn with_lines<T>(f: impl FnOnce() -> T) -> impl FnOnce() -> T {
    let lines = real::lines();
    move || {
        real::set_lines(lines);
        f()
    }
}

/// A thread of a search, from its start to its end; `None` where its run was abandoned.
fn body<T>(f: impl FnOnce() -> T, tells: bool) -> Option<T> {
    if session::is_over() {
        return None;
    }
    let run = || {
        let result = f();
        session::finished(None, tells);
        result
    };
    caught(run)
}

/// Runs what belongs to a thread of a search; a panic is told as what happened.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run))
        .map_err(|payload| {
            if !payload.is::<Abandoned>() {
                session::panicked(message(&*payload));
            }
        })
        .ok()
}

fn told<T>(result: Option<T>) -> std::thread::Result<T> {
    result.ok_or_else(|| resume_unwind(Box::new(Abandoned)))
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}
