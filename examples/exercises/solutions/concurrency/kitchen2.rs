// Wiping no more than needed
//
// When the other piles are done, the knife goes from the end of a turn to the next turn of the same
// pile. Then nothing changes hands. So what counts is who is next, and not whether anybody is.
//
// One could also let a pile go on without a new turn while nobody else waits. It comes to the same, as
// long as nobody can arrive in the middle of it: whoever arrives then would wait longer than a turn.

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
        if waiting.front().is_some_and(|&(next, _)| next != vegetable) {
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
