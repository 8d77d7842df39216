//! Printing, as a step whose order counts.

use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use crate::engine::learned::{Attempt, Datum, OUTPUT, Step};
use crate::engine::session;

/// Prints a line, in one step. In a search nothing is printed; the lines are part of the outcome.
///
/// ```
/// interleave::say!("{} onions", 2);
/// ```
#[macro_export]
macro_rules! say {
    ($($part:tt)*) => { $crate::__say(::std::format_args!($($part)*)) };
}

/// What [`say!`](crate::say) calls.
#[doc(hidden)]
#[track_caller]
pub fn __say(line: fmt::Arguments<'_>) {
    let line = line.to_string();
    if !session::is_open() {
        crate::real::say(line);
        return;
    }
    let attempt: Attempt = Rc::new(move |values: &[Rc<dyn Datum>]| {
        let lines: &dyn std::any::Any = &*values[0];
        let mut lines = lines.downcast_ref::<Vec<String>>()?.clone();
        lines.push(line.clone());
        let (lines, done): (Rc<dyn Datum>, Rc<dyn Datum>) = (Rc::new(lines), Rc::new(()));
        Some((vec![lines], done))
    });
    let at = Some(Location::caller());
    session::step(Step { objects: vec![OUTPUT], what: "say", at, attempt });
}
