//! A point that nobody passes before all have come.

use std::panic::Location;

use crate::object::Object;

/// A barrier for a number of threads, again and again.
#[derive(Debug)]
pub struct Barrier {
    /// Who has come, and how often all have.
    come: Object<(usize, usize)>,
    all: usize,
}

impl Barrier {
    /// A barrier for `all` threads, by a name that results show.
    #[must_use]
    pub fn new(name: &str, all: usize) -> Barrier {
        Barrier { come: Object::new(name, (0, 0)), all }
    }

    /// Comes, and waits for the others; true for the one who came last.
    #[track_caller]
    pub fn wait(&self) -> bool {
        let (at, all) = (Location::caller(), self.all);
        let (last, round) = self.come.step("wait", at, move |(come, round)| {
            let now = *round;
            *come += 1;
            if *come < all {
                return Some((false, now));
            }
            (*come, *round) = (0, now + 1);
            Some((true, now))
        });
        crate::looked(&(last, round));
        if !last {
            self.come.step("pass", at, move |(_, now)| (*now > round).then_some(()));
        }
        last
    }
}
