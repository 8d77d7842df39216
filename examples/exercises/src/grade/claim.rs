//! What must hold of a run that was computed, and a picture of it where it does not.

use timeline::{Run, draw};

/// The claim holds of this run.
///
/// ```
/// let mut kitchen = timeline::Model::new("one knife", "min");
/// kitchen.work("knife", "onions", 0..4);
/// let run = kitchen.run();
/// exercises::grade::claim(&run, "all is cut after four minutes", run.makespan() == 4);
/// ```
///
/// # Panics
///
/// Where it does not, with the run as it is drawn.
#[track_caller]
pub fn claim(run: &Run, claim: &str, holds: bool) {
    if !holds {
        let shown = draw::strip::render(run, 90, false);
        panic!("This does not hold: {claim}.\n\nThe run:\n\n{shown}\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrong::caught;

    #[test]
    fn the_run_is_shown() {
        let mut kitchen = timeline::Model::new("one knife", "min");
        kitchen.work("knife", "onions", 0..4);
        caught("max in progress 1", || claim(&kitchen.run(), "there are two piles", false));
    }
}
