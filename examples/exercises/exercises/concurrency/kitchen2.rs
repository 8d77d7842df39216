// Wiping no more than needed
//
// It belongs to the section "Taking turns" of the chapter "The kitchen".
//
// One knife takes turns of at most `turn` seconds. Before it goes to another vegetable it is wiped,
// which takes `wipe` seconds. This is the chapter's program, for any number of piles of any size. It
// wipes too often; with two equal piles that does not show. When does it?

use std::collections::VecDeque;
use timeline::Model;

/// Cuts the piles in turns; each has a name and its seconds of work.
fn prepare(piles: &[(&str, u64)], turn: u64, wipe: u64) -> Model {
    let mut kitchen = Model::new(&format!("turns of {turn} s, wiping {wipe} s"), "s");
    let mut waiting = VecDeque::from(piles.to_vec());
    let mut now = 0;
    while let Some((vegetable, left)) = waiting.pop_front() {
        let work = turn.min(left);
        kitchen.work("knife", vegetable, now..now + work);
        now += work;
        if left > work {
            waiting.push_back((vegetable, left - work));
        }
        // TODO: Something waits. Does the knife have to be wiped for it?
        if !waiting.is_empty() {
            now += wipe;
        }
    }
    kitchen
}

fn main() {
    let run = prepare(&[("onions", 240), ("cucumbers", 60)], 60, 10).finish();
    println!("all is cut after {} seconds", run.makespan());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::kitchen;

    #[test]
    fn the_knife_is_wiped_for_another_vegetable_only() {
        kitchen::the_knife_is_wiped_at_a_change(prepare);
    }
}
