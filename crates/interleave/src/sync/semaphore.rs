//! A number of permits: who takes one has to wait until one is there.

use std::panic::Location;

use crate::object::Object;

/// A counting semaphore.
#[derive(Debug)]
pub struct Semaphore(Object<usize>);

impl Semaphore {
    /// A semaphore with this many permits, by a name that results show.
    #[must_use]
    pub fn new(name: &str, permits: usize) -> Semaphore {
        Semaphore(Object::new(name, permits))
    }

    /// Takes a permit, as soon as there is one.
    #[track_caller]
    pub fn acquire(&self) {
        self.0.step("acquire", Location::caller(), |permits| {
            *permits = permits.checked_sub(1)?;
            Some(())
        });
    }

    /// Gives a permit, taken before or not.
    #[track_caller]
    pub fn release(&self) {
        self.0.step("release", Location::caller(), |permits| {
            *permits += 1;
            Some(())
        });
    }
}
