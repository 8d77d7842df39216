// Pies with oven times of their own
//
// It belongs to the section "Hire or teach?" of the chapter "The kitchen".
//
// Each pie takes two minutes of a cook's work, and then its own time in the oven, which has room for
// all. There is one cook. As in the chapter, the pies take themselves out; but this cook stands and
// watches. Teach the cook to walk away. The pies are begun in the order of the list.
//
// `work` writes down who was on what, and when; `finished` says until when a pie is in progress.

use timeline::Model;

const WORK: u64 = 2;

/// One cook bakes the pies, of which each has a name and its minutes in the oven.
fn bake(pies: &[(&str, u64)]) -> Model {
    let mut kitchen = Model::new("one cook", "min");
    let mut free_at = 0;
    for (pie, oven) in pies {
        let in_oven = free_at + WORK;
        let out = in_oven + oven;
        kitchen.work("cook", pie, free_at..in_oven);
        kitchen.finished(pie, out);
        // TODO: The cook is free only when the pie is out.
        free_at = out;
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
