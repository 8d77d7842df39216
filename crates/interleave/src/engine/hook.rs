//! Keeps panics inside a search quiet: they are outcomes, and are told as such.

use std::panic;
use std::sync::Once;

use super::session;

/// Shuttle puts a panic hook of its own before the program's, for the rest of the process, and that
/// one prints. Here it is made to do so at once, and then taken out again.
pub(crate) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let programs = panic::take_hook();
        shuttle::check_random(|| {}, 1);
        drop(panic::take_hook());
        panic::set_hook(Box::new(move |info| {
            if !session::is_open() {
                programs(info);
            }
        }));
    });
}
