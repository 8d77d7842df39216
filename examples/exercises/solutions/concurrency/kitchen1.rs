// Pies with oven times of their own
//
// The cook is free as soon as the pie is in the oven. More pies are in progress then, though there are
// no more hands, and the pies are done sooner. It costs nothing here because a pie is finished without
// the cook: what the program has to remember is one number a pie, written down beforehand.
//
// Who may also choose the order begins with the pie that stays in the oven longest. The work takes
// equally long in any order, and what comes after it overlaps best.

use timeline::Model;

const WORK: u64 = 2;

/// One cook bakes the pies, of which each has a name and its minutes in the oven.
fn bake(pies: &[(&str, u64)]) -> Model {
    let mut kitchen = Model::new("one cook", "min");
    let mut free_at = 0;
    for (pie, oven) in pies {
        let in_oven = free_at + WORK;
        kitchen.work("cook", pie, free_at..in_oven);
        kitchen.finished(pie, in_oven + oven);
        free_at = in_oven;
    }
    kitchen
}

fn main() {
    let run = bake(&[("apple", 6), ("cherry", 3), ("plum", 6)]).finish();
    println!("all pies are done after {} minutes", run.makespan());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::kitchen;

    #[test]
    fn the_cook_begins_a_pie_while_others_bake() {
        kitchen::the_cook_walks_away(bake);
    }
}
